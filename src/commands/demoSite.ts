import { parseConfig } from '../contract/config.ts'
import type { Config } from '../contract/config.ts'
import type { RunningDay } from './emulate.ts'

/** The config of a wall on the running emulator; `host` is the address that it listens at. */
export function demoConfig({ day, emulator }: RunningDay, host: string): Config {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const pbxHost = isEverywhere ? 'auto' : host
  const { config, problems } = parseConfig({
    ...day.site,
    pbx: {
      ...day.site.pbx,
      address: pbxHost,
      scriptUrl: `http://${pbxHost}:${emulator.ports.script}/WebphoneAPI`,
      httpApiUrl: `http://${isEverywhere ? '127.0.0.1' : host}:${emulator.ports.http}${emulator.httpPath}`,
    },
  })
  if (config !== undefined) return config
  throw new Error(`the emulated site's own config is wrong: ${JSON.stringify(problems)}`)
}
