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

export interface LoadOptions {
  readonly browser: Browser
  readonly pages: BenchPages
  readonly name: PageName
  /** How many times slower the processor is. */
  readonly slowdown: number
  readonly steps: readonly Step[]
  /** Every so many-th step that changes a tile is watched. */
  readonly markEvery: number
  readonly warmUpMs: number
  readonly measuredMs: number
}

/** What was due just before the end may still come in time. */
const lateMs = 250

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Opens the page, plays the steps and measures the time after the warm-up. */
export async function measureLoad(options: LoadOptions): Promise<LoadFigures> {
  const { browser, pages, name, slowdown, steps, markEvery, warmUpMs } = options
  const { page, cdp, close } = await pages.open(name)
  try {
    await page.evaluate((given) => window.bench.load(given), steps)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.evaluate((every) => window.bench.start(every), markEvery)
    await pause(warmUpMs)
    return await trace(browser, page, () => pause(options.measuredMs))
  } finally {
    await close()
  }
}

export interface FrameOptions extends Pick<LoadOptions, 'browser' | 'pages' | 'name' | 'steps'> {
  readonly perFrame: number
  /** The first so many of the steps are not measured. */
  readonly warmUpSteps: number
}

/**
 * The same with a fixed number of events in every frame, however long it takes: what an event costs then does not
 * depend on what else the machine does. There is no latency in it.
 */
export async function measureFrames(options: FrameOptions): Promise<LoadFigures> {
  const { browser, pages, name, steps, perFrame, warmUpSteps } = options
  const { page, close } = await pages.open(name)
  const play = (count: number): Promise<void> =>
    page.evaluate(([of, each]) => window.bench.playByFrames(of, each), [count, perFrame] as const)
  try {
    await page.evaluate((given) => window.bench.load(given), steps)
    await play(warmUpSteps)
    return await trace(browser, page, () => play(steps.length - warmUpSteps))
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
