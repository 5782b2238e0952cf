import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { parseConfig } from '../../src/contract/config.ts'
import type { Config } from '../../src/contract/config.ts'
import { fixedConfig } from '../../src/server/configSource.ts'
import { createLog } from '../../src/server/log.ts'
import type { RunningServer } from '../../src/server/serve.ts'
import { startServer } from '../../src/server/serve.ts'
import type { EmulatedPbx } from './emulatedPbx.ts'

/** As `vite build` left it. */
export const builtApp = fileURLToPath(new URL('../../dist/app', import.meta.url))

export interface ServedWall {
  readonly server: RunningServer
  /** Every line of the server's log. */
  readonly logged: string[]
}

export interface ServeWallOptions {
  /** @default "tolerant" */
  readonly csp?: Config['pbx']['csp']
  /** @default none */
  readonly key?: string
  /** @default a free one */
  readonly port?: number
  /** @default "test" */
  readonly version?: string
  /** @default what was built */
  readonly appDir?: string
  /** @default in memory */
  readonly recordsFile?: string
}

/** The wall's server beside an emulated PBX without an HTTP API; stopped when the test has finished. */
export async function serveWall(pbx: EmulatedPbx, options: ServeWallOptions): Promise<ServedWall> {
  const { csp = 'tolerant', key = '', port = 0, version = 'test', appDir = builtApp } = options
  const { config } = parseConfig({
    site: { timeZone: 'Europe/Budapest' },
    pbx: {
      address: '127.0.0.1',
      scriptUrl: `http://127.0.0.1:${pbx.ports.script}/WebphoneAPI`,
      httpApiUrl: null,
      csp,
    },
    teams: [{ id: 'support', queues: ['5000'], extensions: ['1001', '1002'] }],
  })
  const logged: string[] = []
  const server = await startServer({
    config: fixedConfig(config!),
    ...{ recordsFile: options.recordsFile ?? ':memory:', host: '127.0.0.1', port },
    clock: { now: () => pbx.clock.now(), speed: 1 },
    ...{ version, appDir },
    env: {
      CALLWALL_ACCESS_KEY: key,
      OZEKI_TOKEN: pbx.tokens.issue({ allowSessionModification: false }),
    },
    fetch: (...request) => fetch(...request),
    log: createLog((line) => logged.push(line), Date.now),
  })
  onTestFinished(() => server.stop())
  return { server, logged }
}
