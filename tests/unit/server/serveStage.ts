import { onTestFinished } from 'vitest'
import type { Config } from '@/contract/config.ts'
import { createListeners } from '@/pbx/listeners.ts'
import type { ConfigSource } from '@/server/configSource.ts'
import { fixedConfig } from '@/server/configSource.ts'
import { startServer } from '@/server/serve.ts'
import type { RunningServer, ServeOptions } from '@/server/serve.ts'
import { builtWall, configOf } from './serverStage.ts'

export interface Logged {
  readonly level: string
  readonly message: string
  readonly facts: object | undefined
}

export interface ServeStage {
  readonly server: RunningServer
  readonly logged: readonly Logged[]
}

/** A PBX that nobody reaches. */
export const noPbx: typeof globalThis.fetch = () => Promise.reject(new TypeError('no network'))

/** The wall server on a free port of this machine; stopped when the test has finished. */
export async function serve(options: Partial<ServeOptions> = {}): Promise<ServeStage> {
  const logged: Logged[] = []
  const server = await startServer({
    config: fixedConfig(configOf()),
    recordsFile: ':memory:',
    host: '127.0.0.1',
    port: 0,
    clock: { now: () => 0, speed: 1 },
    version: 'test',
    appDir: await builtWall(),
    env: {},
    fetch: noPbx,
    log: (level, message, facts) => logged.push({ level, message, facts }),
    ...options,
  })
  onTestFinished(() => server.stop())
  return { server, logged }
}

/** A config that the test changes or finds fault with. */
export interface ChangingConfig extends ConfigSource {
  change(config: Config): void
  reject(isRejected: boolean): void
}

export function changingConfig(first: Config): ChangingConfig {
  const changes = createListeners<Config>()
  const rejections = createListeners<boolean>()
  let config = first
  let isRejected = false
  return {
    ...fixedConfig(first),
    current: () => config,
    state: () => ({ loadedAt: 0, isRejected }),
    onChange: (listener) => changes.add(listener),
    onRejection: (listener) => rejections.add(listener),
    change(next) {
      config = next
      changes.emit(next)
    },
    reject(next) {
      isRejected = next
      rejections.emit(next)
    },
  }
}
