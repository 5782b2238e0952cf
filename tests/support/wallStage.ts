import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { parseConfig } from '../../src/contract/config.ts'
import type { Config, ConfigInput } from '../../src/contract/config.ts'
import { steppedClock } from '../../src/emulator/clock.ts'
import type { SteppedClock } from '../../src/emulator/clock.ts'
import { startEmulator } from '../../src/emulator/emulator.ts'
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts'
import { createExchange } from '../../src/emulator/exchange.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import { extensionsOf } from '../../src/emulator/roster.ts'
import type { Exchange, Roster, Traffic } from '../../src/emulator/types.ts'
import { fixedConfig } from '../../src/server/configSource.ts'
import type { ConfigSource } from '../../src/server/configSource.ts'
import type { Log } from '../../src/server/log.ts'
import { startServer } from '../../src/server/serve.ts'
import { chromiumFlags, chromiumPath } from './chromium.ts'
import { keepServerStill } from './stillServer.ts'

const built = (path: string): string =>
  fileURLToPath(new URL(`../../dist/${path}`, import.meta.url))

export interface WallStageOptions {
  readonly roster: Roster
  /** Epoch ms of site time. */
  readonly start: number
  readonly timeZone: string
  /** Everything of the config but the PBX's address, which the stage knows. */
  readonly config: Omit<ConfigInput, 'pbx'> & { readonly pbx?: Partial<ConfigInput['pbx']> }
  readonly traffic?: Traffic
  readonly emulator?: Partial<EmulatorOptions>
  /** What the server finds in its environment. @default nothing */
  readonly env?: Readonly<Record<string, string>>
  /** What the server logs. @default nobody reads it */
  readonly log?: Log
  /** @default the config stays as it is */
  readonly configSource?: (config: Config) => ConfigSource
  /** Gets every page before it opens anything. @default nobody */
  readonly onPage?: (page: Page) => void
  /** Whether the reports of stepped pages reach the server. @default false */
  readonly hasReports?: boolean
  /** Whether stepped pages keep their calls with the server. @default false */
  readonly hasRecords?: boolean
}

/** The whole product on one machine: emulator, server, built wall in Chromium, with every clock stepped by the test. */
export interface WallStage {
  readonly url: string
  readonly clock: SteppedClock
  readonly exchange: Exchange
  readonly emulator: Emulator
  readonly browser: Browser
  /** Opens a route of the wall with the page's time under control, and waits until it is live. */
  open(route: string): Promise<Page>
  /** Opens a route and leaves it as it comes. */
  visit(route: string): Promise<Page>
  /** Moves every open page and then the emulator to `when`, epoch ms, with all events heard. */
  stepTo(when: number): Promise<void>
  /** Lets every page draw what it has heard. */
  draw(): Promise<void>
  /** Ends the wall's server alone. */
  stopServer(): Promise<void>
  stop(): Promise<void>
}

const frame = 40
const version = 'test'

const isLive = (page: Page): Promise<boolean> =>
  page
    .locator('html[data-fresh="live"]')
    .count()
    .then((count) => count > 0)

export async function startWallStage(options: WallStageOptions): Promise<WallStage> {
  const clock = steppedClock(options.start)
  const random = seededRandom(1)
  const exchange = createExchange({ clock, extensions: extensionsOf(options.roster), random })
  const emulator = await startEmulator({
    exchange,
    timeZone: options.timeZone,
    random: seededRandom(2),
    webphoneScriptPath: built('webphone/WebphoneAPI.js'),
    ports: { script: 0, gateway: 0, http: 0 },
    ...(options.traffic && { traffic: options.traffic }),
    ...options.emulator,
  })
  const { config, problems } = parseConfig({
    ...options.config,
    site: { timeZone: options.timeZone, ...options.config.site },
    pbx: {
      address: '127.0.0.1',
      scriptUrl: `http://127.0.0.1:${emulator.ports.script}/WebphoneAPI`,
      httpApiUrl: `http://127.0.0.1:${emulator.ports.http}/`,
      ...options.config.pbx,
    },
  })
  if (config === undefined) throw new Error(JSON.stringify(problems))
  const server = await startServer({
    config: (options.configSource ?? fixedConfig)(config),
    recordsFile: ':memory:',
    host: '127.0.0.1',
    port: 0,
    clock: { now: () => clock.now(), speed: 1 },
    version,
    appDir: built('app'),
    env: options.env ?? {},
    fetch: (...request) => fetch(...request),
    log: options.log ?? (() => undefined),
  })
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags],
  })
  const pages: Page[] = []
  /** How far the pages were moved to draw, ms; the next step is shorter by as much. */
  let owed = 0

  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    options.onPage?.(page)
    return page
  }
  const visit = async (route: string): Promise<Page> => {
    const page = await newPage()
    await page.goto(server.url + route.replace(/^\//, ''))
    return page
  }
  const draw = async (): Promise<void> => {
    await emulator.settled()
    for (const page of pages) await page.clock.runFor(frame)
    owed += frame
  }

  return {
    url: server.url,
    clock,
    exchange,
    emulator,
    browser,
    visit,
    draw,
    async open(route) {
      const page = await newPage()
      // An installed clock runs until it is paused, which has to be in its future.
      await page.clock.install({ time: clock.now() - 60_000 })
      await page.clock.pauseAt(clock.now() + 1)
      const { hasReports = false, hasRecords = false } = options
      await page.addInitScript(keepServerStill, { version, hasReports, hasRecords })
      await page.goto(server.url + route.replace(/^\//, ''))
      // The page reads the clock while it loads: what passes until it is live is how far it runs ahead from then on.
      for (let tries = 0; !(await isLive(page)); tries++) {
        if (tries > 200) throw new Error('the wall did not become live')
        await page.clock.runFor(4)
      }
      // The wall reads the clock again now and then; here only steps move it.
      await page.route('**/api/config', (route) => route.abort())
      pages.push(page)
      return page
    },
    async stepTo(when) {
      const step = when - clock.now() - owed
      for (const page of pages) await page.clock.fastForward(Math.max(0, step))
      clock.advanceTo(when)
      owed = 0
      await emulator.settled()
    },
    stopServer: () => server.stop(),
    async stop() {
      await browser.close()
      await server.stop()
      clock.stop()
      await emulator.stop()
    },
  }
}
