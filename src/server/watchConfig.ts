import type { Config } from '../contract/config.ts'
import type { Clock } from '../domain/clock.ts'
import { createListeners } from '../pbx/listeners.ts'
import type { Timers } from '../pbx/timers.ts'
import { ConfigError } from './config/configError.ts'
import { readText } from './config/readText.ts'
import { readConfig } from './configFile.ts'
import type { ConfigSource } from './configSource.ts'
import type { Log } from './log.ts'

export interface WatchConfigOptions {
  readonly file: string
  /** What the file held when the server started. */
  readonly config: Config
  /** The machine's clock, epoch ms. */
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  /** How often the file is read, ms. @default 1000 */
  readonly everyMs?: number
}

/** What a reading brought: a text, or why there is none. */
type Found = string | ConfigError

/**
 * Follows a config file by reading it again and again: that sees what a watch of the file system misses, a file that
 * an editor replaced, a link that was turned elsewhere, a folder on the network. A text counts when two readings
 * running have brought it, since an editor may be in the middle of writing.
 */
export function watchConfig(options: WatchConfigOptions): ConfigSource {
  const { file, clock, timers, log, everyMs = 1_000 } = options
  const changes = createListeners<Config>()
  const rejections = createListeners<boolean>()
  let config = options.config
  let loadedAt = clock.now()
  let isRejected = false
  /** What was judged last. The first reading is judged again: the file may have changed since the start. */
  let judged: Found | undefined
  let seen: Found | undefined
  let timer: unknown
  let isStopped = false

  const look = async (): Promise<void> => {
    const found = await readText(file).catch(asConfigError)
    if (isStopped) return
    const isSettled = isSame(found, seen)
    seen = found
    if (isSettled && !isSame(found, judged)) {
      judged = found
      judge(found)
    }
    arm()
  }
  const arm = (): void => {
    timer = timers.set(() => void look(), everyMs)
  }

  const judge = (found: Found): void => {
    try {
      if (found instanceof ConfigError) throw found
      take(readConfig(found, file))
    } catch (error) {
      const { message, lines } = asConfigError(error)
      const [heading] = message.split('\n')
      log('error', `The changed config is not used, the one before stays. ${heading}`, {
        problems: lines,
      })
      reject(true)
    }
  }

  const take = (next: Config): void => {
    reject(false)
    const changed = changedKeys(config, next)
    if (changed.length === 0) return
    log('info', 'The config has changed.', { changed })
    if (next.records.file !== config.records.file)
      log('warn', 'A new records.file is used when the server is started again.')
    config = next
    loadedAt = clock.now()
    changes.emit(config)
  }

  const reject = (next: boolean): void => {
    if (isRejected === next) return
    isRejected = next
    rejections.emit(next)
  }

  void look()
  return {
    current: () => config,
    state: () => ({ loadedAt, isRejected }),
    onChange: (listener) => changes.add(listener),
    onRejection: (listener) => rejections.add(listener),
    stop() {
      isStopped = true
      timers.clear(timer)
    },
  }
}

function isSame(one: Found, other: Found | undefined): boolean {
  if (one instanceof ConfigError)
    return other instanceof ConfigError && other.message === one.message
  return one === other
}

/** Whatever else may be wrong must not end the watch. */
function asConfigError(error: unknown): ConfigError {
  return error instanceof ConfigError ? error : new ConfigError('unreadable', String(error))
}

function changedKeys(before: Config, after: Config): readonly string[] {
  const keys = Object.keys(after) as readonly (keyof Config)[]
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}
