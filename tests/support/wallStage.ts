import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { parseConfig } from '../../src/contract/config.ts'
import type { Config, ConfigInput } from '../../src/contract/config.ts'
import { steppedClock } from '../../src/emulator/clock.ts'
import type { SteppedClock } from '../../src/emulator/clock.ts'
import { startEmulator } from '../../src/emulator/emulator.ts'
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts'
import { createExchange } from '../../src/emulator/exchange.ts'
import { seededRandom } from '../../src/emulator/random.ts'
import type { FaultName, Faults } from '../../src/emulator/faults.ts'
import { extensionsOf } from '../../src/emulator/roster.ts'
import type { Exchange, Roster, Traffic } from '../../src/emulator/types.ts'
import { fixedConfig } from '../../src/server/configSource.ts'
import type { ConfigSource } from '../../src/server/configSource.ts'
import type { Log } from '../../src/server/log.ts'
import { startServer } from '../../src/server/serve.ts'
import type { RunningServer } from '../../src/server/serve.ts'
import { keepTraffic } from './pageTraffic.ts'
import { createSettler } from './settleStage.ts'
import { stageFaults } from './stageFaults.ts'
import { createSteppedServer } from './steppedServer.ts'
import type { SteppedServer } from './steppedServer.ts'
import { launchBrowser } from './sharedBrowser.ts'
import { keepServerStill } from './stillServer.ts'
import type { StillServer } from './stillServer.ts'

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
  /** Not closed with the stage. @default one of its own */
  readonly browser?: Browser
  /** Gets every page before it opens anything. @default nobody */
  readonly onPage?: (page: Page) => void
  /** Whether the reports of stepped pages reach the server. @default false */
  readonly hasReports?: boolean
  /** Whether stepped pages keep their calls with the server. @default false */
  readonly hasRecords?: boolean
  /**
   * Whether stepped pages hear all that the server tells, and it hears all that they say; its time is stepped too.
   * Its config stays as it is. @default false
   */
  readonly hasEvents?: boolean
}

/** The whole product on one machine: emulator, server, built wall in Chromium, with every clock stepped by the test. */
export interface WallStage {
  readonly url: string
  readonly clock: SteppedClock
  readonly exchange: Exchange
  readonly emulator: Emulator
  /** A page that has opened nothing yet; closed with the stage, like all its pages. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  /** Those of the emulator; both methods resolve when the pages have noticed what they can notice at once. */
  readonly faults: Faults
  /**
   * Opens a route of the wall with the page's time under control, and waits until it is live and has heard all that
   * it is told on coming: the time of the server is of now, and would be wrong after the next step.
   */
  open(route: string): Promise<Page>
  /** Opens a route and leaves it as it comes. */
  visit(route: string): Promise<Page>
  /** Loads an open page anew, whether it becomes live or not, and waits until it has heard what there is to hear. */
  reload(page: Page): Promise<void>
  /** Moves every open page, then the emulator and the server, to `when`, epoch ms, with all events heard. */
  stepTo(when: number): Promise<void>
  /** As `stepTo`, but the machines of the pages sleep meanwhile; for the server's machine it is little more than a minute. */
  sleepTo(when: number): Promise<void>
  /** Lets every page draw what it has heard. */
  draw(): Promise<void>
  /** Ends the wall's server alone. */
  stopServer(): Promise<void>
  stop(): Promise<void>
}

const frame = 40
/** A wall takes a longer jump of its clock for a sleep. */
const longestStepMs = 80_000
const version = 'test'

const isLive = (page: Page): Promise<boolean> =>
  page
    .locator('html[data-fresh="live"]')
    .count()
    .then((count) => count > 0)

/** What the stage knows of time and requests of its server, where these are stepped. */
type Stepped = SteppedServer | undefined

function configFor({ config, timeZone }: WallStageOptions, { ports }: Emulator): Config {
  const parsed = parseConfig({
    ...config,
    site: { timeZone, ...config.site },
    pbx: {
      address: '127.0.0.1',
      scriptUrl: `http://127.0.0.1:${ports.script}/WebphoneAPI`,
      httpApiUrl: `http://127.0.0.1:${ports.http}/`,
      ...config.pbx,
    },
  })
  if (parsed.config === undefined) throw new Error(JSON.stringify(parsed.problems))
  return parsed.config
}

function startStageServer(
  options: WallStageOptions,
  stepped: Stepped,
  config: Config,
  now: () => number,
): Promise<RunningServer> {
  const { env = {}, log = () => undefined } = options
  const configSource = stepped?.configSource ?? options.configSource ?? fixedConfig
  return startServer({
    config: configSource(config),
    recordsFile: ':memory:',
    host: '127.0.0.1',
    port: 0,
    clock: { now, speed: 1 },
    version,
    appDir: built('app'),
    env,
    fetch: stepped?.fetch ?? ((...request) => fetch(...request)),
    log,
    ...(stepped && { time: stepped.time }),
  })
}

/** Opens `url` in a page whose time is under control, and waits until the wall is live. */
async function openStepped(
  page: Page,
  url: string,
  clock: SteppedClock,
  told: StillServer | 'everything',
  seed: number,
): Promise<void> {
  // An installed clock runs until it is paused, which has to be in its future.
  await page.clock.install({ time: clock.now() - 60_000 })
  await page.clock.pauseAt(clock.now() + 1)
  await page.addInitScript(keepTraffic, { isGated: told === 'everything', seed })
  if (told !== 'everything') await page.addInitScript(keepServerStill, told)
  await page.goto(url)
  // The page reads the clock while it loads: what passes until it is live is how far it runs ahead from then on.
  for (let tries = 0; !(await isLive(page)); tries++) {
    if (tries > 200) throw new Error('the wall did not become live')
    await page.clock.runFor(4)
  }
  // The wall reads the clock again now and then; here only steps move it.
  if (told !== 'everything') await page.route('**/api/config', (route) => route.abort())
}

/** Moves the time of a page that is being opened anew until all of the wall has been loaded; tells how far, ms. */
async function untilWhole(page: Page): Promise<number> {
  let ms = 0
  for (; (await page.locator('footer').count()) === 0; ms += 4) await page.clock.runFor(4)
  return ms
}

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
  const { hasReports = false, hasRecords = false, hasEvents = false } = options
  const inForce = new Set<FaultName>()
  const stepped = hasEvents ? createSteppedServer(() => inForce.has('freeze')) : undefined
  /** The server's, epoch ms: a page that asks while it is moved is told where it is moved to. */
  let siteNow = options.start
  const server = await startStageServer(
    ...([options, stepped, configFor(options, emulator)] as const),
    () => siteNow,
  )
  const browser = options.browser ?? (await launchBrowser())
  const opened: Page[] = []
  const pages: Page[] = []
  const isTalking = hasReports || hasRecords || hasEvents
  const settler = createSettler({
    ...{ emulator, server: stepped, pages: isTalking ? pages : [] },
    isFrozen: () => inForce.has('freeze'),
  })
  /** How far each page was moved to draw or to load, ms; its next steps are shorter by as much. */
  const ahead = new Map<Page, number>()
  const runAhead = (page: Page, ms: number): void => {
    ahead.set(page, (ahead.get(page) ?? 0) + ms)
  }

  const newPage = async (
    look: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } },
  ): Promise<Page> => {
    const page = await browser.newPage(look)
    opened.push(page)
    options.onPage?.(page)
    return page
  }
  const moveTo = async (when: number, serverMs: number): Promise<void> => {
    // What was told before is heard before: otherwise it would have happened later.
    await emulator.settled()
    const step = when - clock.now()
    siteNow = when
    const move = async (page: Page): Promise<void> => {
      const owed = ahead.get(page) ?? 0
      ahead.set(page, Math.max(0, owed - step))
      await page.clock.fastForward(Math.max(0, step - owed))
    }
    await Promise.all(pages.map(move))
    clock.advanceTo(when)
    stepped?.pass(serverMs)
    await settler.settle()
  }
  const urlOf = (route: string): string => server.url + route.replace(/^\//, '')

  return {
    url: server.url,
    clock,
    exchange,
    emulator,
    newPage,
    faults: stageFaults({ emulator, pages, inForce, settler }),
    async visit(route) {
      const page = await newPage()
      await page.goto(urlOf(route))
      return page
    },
    async draw() {
      await settler.settle()
      for (const page of pages) {
        await page.clock.runFor(frame)
        runAhead(page, frame)
      }
    },
    async reload(page) {
      await page.reload()
      runAhead(page, await untilWhole(page))
      await settler.settle()
    },
    async open(route) {
      const page = await newPage()
      const told = hasEvents ? 'everything' : { version, hasReports, hasRecords }
      await openStepped(page, urlOf(route), clock, told, pages.length + 1)
      pages.push(page)
      await settler.settle()
      return page
    },
    async stepTo(when) {
      do {
        const portion = Math.min(when, clock.now() + longestStepMs)
        await moveTo(portion, portion - clock.now())
      } while (clock.now() < when)
    },
    sleepTo: (when) => moveTo(when, longestStepMs),
    stopServer: () => server.stop(),
    async stop() {
      for (const page of opened) await page.close()
      if (browser !== options.browser) await browser.close()
      await server.stop()
      clock.stop()
      await emulator.stop()
    },
  }
}
