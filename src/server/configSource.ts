import type { Config } from '../contract/config.ts'
import type { Unsubscribe } from '../pbx/client.ts'

/** The config of the moment. It may change while the server runs. */
export interface ConfigSource {
  current(): Config
  /** `loadedAt`: epoch ms of the machine. `isRejected`: the file was changed since, and cannot be used. */
  state(): { readonly loadedAt: number; readonly isRejected: boolean }
  /** Told of every config that takes the place of another one. */
  onChange(listener: (config: Config) => void): Unsubscribe
  /** Told when the file can no longer be used (`true`) and when it can again (`false`). */
  onRejection(listener: (isRejected: boolean) => void): Unsubscribe
  stop(): void
}

/** A config that stays as it is. */
export function fixedConfig(config: Config, loadedAt = 0): ConfigSource {
  return {
    current: () => config,
    state: () => ({ loadedAt, isRejected: false }),
    onChange: () => () => undefined,
    onRejection: () => () => undefined,
    stop: () => undefined,
  }
}
