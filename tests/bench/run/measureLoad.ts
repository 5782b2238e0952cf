import type { Browser, Page } from 'playwright'
import type { Step } from '../events/steps.ts'
import { percentile } from '../median.ts'
import type { BenchPages, PageName } from './pages.ts'
import { traceCategories, traceCosts } from './traceCosts.ts'
import type { TraceCosts, TraceEvent } from './traceCosts.ts'

/** A page under a stream of events, for `measuredMs` after a warm-up. Times in ms. */
export interface LoadFigures extends TraceCosts {
  /** Session events that the page was told of. */
  readonly events: number
  /** Share of the time that the main thread was at work, of processor time. */
  readonly busy: number
  /** From the moment an event was due to the end of the first frame that shows it; NaN without a sample. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly samples: number
  /** Watched tiles that did not show their state a quarter of a second later, when the time was over: each counts as if it had then. */
  readonly unseen: number
  /** Tasks over 50 ms by the clock: on a machine that is busy with something else more than by processor time. */
  readonly longTasksByClock: number
}

/** What every case under load is measured with. */
export interface PlayOptions {
  readonly browser: Browser
  readonly pages: BenchPages
  readonly name: PageName
  /** Told before, as fast as the page draws them and not slowed, and not measured: a page that hangs there for months is compiled. */
  readonly warmUp: readonly Step[]
  readonly steps: readonly Step[]
}

export interface LoadOptions extends PlayOptions {
  /** How many times slower the processor is. */
  readonly slowdown: number
  /** Every so many-th step that changes a tile is watched. */
  readonly markEvery: number
  /** Of the time with the steps, and slowed, so much is not measured either. */
  readonly settleMs: number
  readonly measuredMs: number
}

/** What was due just before the end may still come in time. */
const lateMs = 250

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** A few seconds are enough for what takes half a minute at its own pace. */
const warmUpPerFrame = 16

const load = (page: Page, steps: readonly Step[]): Promise<void> =>
  page.evaluate((given) => window.bench.load(given), steps)

/** Plays what was loaded, so many a frame; resolves when it is painted. */
const playByFrames = (page: Page, perFrame: number): Promise<void> =>
  page.evaluate((each) => window.bench.playByFrames(each), perFrame)

/** Opens the page, plays the steps and measures the time after the warm-up. */
export async function measureLoad(options: LoadOptions): Promise<LoadFigures> {
  const { browser, pages, name, slowdown, warmUp, steps, markEvery, settleMs } = options
  const { page, cdp, close } = await pages.open(name)
  try {
    await load(page, warmUp)
    await playByFrames(page, warmUpPerFrame)
    await load(page, steps)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.evaluate((every) => window.bench.start(every), markEvery)
    await pause(settleMs)
    return await trace(browser, page, () => pause(options.measuredMs))
  } finally {
    await close()
  }
}

export interface FrameOptions extends PlayOptions {
  readonly perFrame: number
}

/**
 * The same with a fixed number of events in every frame, however long it takes: what an event costs then does not
 * depend on what else the machine does. There is no latency in it.
 */
export async function measureFrames(options: FrameOptions): Promise<LoadFigures> {
  const { browser, pages, name, warmUp, steps, perFrame } = options
  const { page, close } = await pages.open(name)
  try {
    await load(page, warmUp)
    await playByFrames(page, perFrame)
    await load(page, steps)
    return await trace(browser, page, () => playByFrames(page, perFrame))
  } finally {
    await close()
  }
}

async function trace(
  browser: Browser,
  page: Page,
  action: () => Promise<void>,
): Promise<LoadFigures> {
  await page.evaluate(() => void window.bench.read())
  await browser.startTracing(page, { categories: [...traceCategories] })
  await action()
  const reading = await page.evaluate(() => window.bench.read())
  const written = await browser.stopTracing()
  const { traceEvents } = JSON.parse(written.toString()) as { traceEvents: TraceEvent[] }
  const costs = traceCosts(traceEvents)
  const unseen = reading.open.filter((ms) => ms > lateMs)
  const latencies = [...reading.latencies, ...unseen]
  return {
    ...costs,
    ...{ events: reading.told, busy: costs.task / Math.max(1, costs.spanMs) },
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    samples: latencies.length,
    unseen: unseen.length,
    longTasksByClock: reading.longTasks.length,
  }
}
