import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { InputProblem } from '../../contract/inputProblem.ts'
import type { WallConfig } from '../../contract/wallConfig.ts'
import type { Credentials } from '../../pbx/client.ts'
import { loadSite } from '../loadSite.ts'
import type { LoadedSite, ServedSite } from '../loadSite.ts'
import { createSiteClock } from '../siteClock.ts'

const retryMs = 5_000
const lockedRetryMs = 30_000
const readAgainMs = 5 * 60_000

/** The site that this page shows: its config, its clock, and who hands out the credentials. */
export const useSite = defineStore('site', () => {
  const status = shallowRef<'loading' | 'ready' | 'none' | 'invalid' | 'locked' | 'unreachable'>(
    'loading',
  )
  const config = shallowRef<WallConfig>()
  const problems = shallowRef<readonly InputProblem[]>([])
  /** Of the server that this page came from. */
  const version = shallowRef('')
  /** Whether a server hands out tokens; else somebody has to sign in. */
  const hasServer = shallowRef(false)
  const credentials = shallowRef<Credentials>()
  /** An access key that came with a link and was not shown to the server yet. */
  const accessKey = shallowRef<string>()
  const clock = createSiteClock(() => performance.now())
  let timer: ReturnType<typeof setTimeout> | undefined
  let reading = 0

  /** A config that says the same stays the same object, so that nothing is made anew for it. */
  const useConfig = (next: WallConfig): void => {
    if (JSON.stringify(next) !== JSON.stringify(config.value)) config.value = next
  }

  const take = (loaded: LoadedSite): void => {
    if (loaded.type === 'server' || loaded.type === 'static') {
      useConfig(loaded.config)
      hasServer.value = loaded.type === 'server'
      if (loaded.type === 'server' && version.value === '') version.value = loaded.version
      clock.set(loaded.type === 'server' ? loaded.clock : { now: Date.now(), speed: 1 })
      status.value = 'ready'
      return
    }
    problems.value = loaded.type === 'invalid' ? loaded.problems : []
    status.value = loaded.type
  }

  /** A wall that already shows a config lives through whatever happens to its server, but for a key that is gone. */
  const takeAgain = (loaded: LoadedSite): void => {
    // The steady clock that carries the time on may have stood still in a sleep.
    if (!hasServer.value) clock.set({ now: Date.now(), speed: 1 })
    if (loaded.type === 'server' || (loaded.type === 'locked' && hasServer.value)) take(loaded)
  }

  const readIn = (ms: number): void => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = setTimeout(() => void load(), ms)
  }
  const readNext = (): void => {
    if (status.value === 'ready') readIn(readAgainMs)
    else readIn(status.value === 'locked' ? lockedRetryMs : retryMs)
  }

  const load = async (): Promise<void> => {
    const own = ++reading
    const loaded = await loadSite((...request) => fetch(...request))
    if (own !== reading || timer === undefined) return
    if (status.value === 'ready') takeAgain(loaded)
    else take(loaded)
    readNext()
  }

  return {
    status,
    config,
    problems,
    version,
    hasServer,
    credentials,
    accessKey,
    clock,
    /**
     * Reads the site until `stop`: again soon while there is none, now and then afterwards. Whoever came with an access
     * key shows it before anything else.
     */
    start(): () => void {
      if (accessKey.value !== undefined) status.value = 'locked'
      timer = setTimeout(() => void load(), accessKey.value === undefined ? 0 : lockedRetryMs)
      return () => {
        clearTimeout(timer)
        timer = undefined
      }
    },
    /** Reads the site at once: something says that it is another one, or that its clock is. */
    readNow: () => readIn(0),
    /** What the server told by itself takes the place of the next reading. */
    hear(told: ServedSite | ServedSite['clock']): void {
      if (status.value !== 'ready') return
      if ('config' in told) take(told)
      else clock.set(told)
      readIn(readAgainMs)
    },
    /** The server has said that it wants its key from this screen. */
    lock(): void {
      if (hasServer.value) take({ type: 'locked' })
      readNext()
    },
    /** Uses a config that somebody gave by signing in, for as long as the page lives. */
    use(given: WallConfig): void {
      take({ type: 'static', config: given })
    },
    needsSignIn: computed(
      () =>
        status.value === 'none' ||
        (status.value === 'ready' && !hasServer.value && credentials.value === undefined),
    ),
  }
})
