import { cpus } from 'node:os'
import { chromium } from 'playwright'
import type { Browser } from 'playwright'
import { chromiumFlags, chromiumPath } from '../../support/chromium.ts'
import { atPace } from '../events/pace.ts'
import { median } from '../median.ts'
import { createFloor } from './floor.ts'
import type { BenchFloor } from './floor.ts'
import { measureBurst } from './measureBurst.ts'
import { measureHeap } from './measureHeap.ts'
import { measureFrames, measureLoad } from './measureLoad.ts'
import { measureBytes, measureFirstTile } from './measureStart.ts'
import { middleOf } from './middle.ts'
import { serveBenchPages } from './pages.ts'
import type { BenchPages, PageName } from './pages.ts'
import { loadCases, nothingMeasured } from './result.ts'
import type { BenchResult, LoadCase, LoadRow, TimeRow } from './result.ts'

/** What can be asked for by itself, besides the cases under load. */
export const otherCases = ['burst', 'start', 'heap'] as const
export type BenchCaseName = LoadCase | (typeof otherCases)[number]

export interface BenchOptions {
  readonly cases: readonly BenchCaseName[]
  readonly pages: readonly PageName[]
  /** Fewer runs, shorter ones, fewer calls. */
  readonly isQuick: boolean
  /** The folder of the built wall, ending with a slash. */
  readonly app: string
  /** Told of everything that is begun. */
  readonly onProgress: (line: string) => void
  /** Told of all that is known after every case. */
  readonly onResult: (result: BenchResult) => void
}

const load = {
  '60 at 50/s': { agents: 60, perSecond: 50, markEvery: 2 },
  '500 at 500/s': { agents: 500, perSecond: 500, markEvery: 20 },
  // As many events in a frame as come in one at 500 a second and 60 frames.
  '500 by frames': { agents: 500, perSecond: 500, markEvery: 0 },
  idle: { agents: 60, perSecond: 50, markEvery: 0 },
} as const
const eventsPerFrame = 8
const burstEvents = 5_000
/** After so many events the engine has compiled what they need: ten times as many made no difference. */
const warmUpEvents = 4_000

/** Measures what was asked for in one Chromium, page beside page. */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags],
  })
  try {
    let result: BenchResult = {
      ...nothingMeasured,
      chromium: browser.version(),
      processor: cpus()[0]?.model ?? '',
    }
    const add = (more: Partial<BenchResult>): void => {
      result = { ...result, ...more }
      options.onResult(result)
    }
    for (const name of loadCases.filter((one) => options.cases.includes(one))) {
      add({ load: [...result.load, ...(await runLoad(browser, name, options))] })
    }
    if (options.cases.includes('burst')) add({ burst: await runBurst(browser, options) })
    if (options.cases.includes('start')) add(await runStart(browser, options))
    if (options.cases.includes('heap')) add({ heap: await runHeap(browser, options) })
    return result
  } finally {
    await browser.close()
  }
}

async function withPages<T>(
  browser: Browser,
  floor: BenchFloor,
  app: string,
  action: (pages: BenchPages) => Promise<T>,
): Promise<T> {
  const pages = await serveBenchPages(browser, floor, app)
  try {
    return await action(pages)
  } finally {
    await pages.close()
  }
}

/** One run of every page after the other, so that what disturbs the machine disturbs all of them. */
function runLoad(
  browser: Browser,
  name: LoadCase,
  options: BenchOptions,
): Promise<readonly LoadRow[]> {
  const { agents, perSecond, markEvery } = load[name]
  const floor = createFloor(agents, perSecond)
  const settleMs = name === 'idle' ? 12_000 : options.isQuick ? 3_000 : 5_000
  const measuredMs = options.isQuick ? 4_000 : 10_000
  const runs = options.isQuick ? 1 : 3
  const seconds = Math.ceil((settleMs + measuredMs) / 1000) + 2
  const measuredEvents = name === 'idle' ? 0 : seconds * perSecond
  const told = floor.steps(warmUpEvents + measuredEvents, perSecond)
  const warmUp = told.slice(0, warmUpEvents)
  const steps = atPace(told.slice(warmUpEvents), perSecond)
  const slowdowns = {
    idle: [6],
    '500 by frames': [1],
    '60 at 50/s': [1, 6],
    '500 at 500/s': [1, 6],
  }
  const measured = { browser, warmUp, steps, markEvery, settleMs, measuredMs }
  const inFrames = { browser, warmUp, steps, perFrame: eventsPerFrame }
  return withPages(browser, floor, options.app, async (pages) => {
    const rows: LoadRow[] = []
    for (const slowdown of slowdowns[name]) {
      const figures = new Map(options.pages.map((page) => [page, [] as LoadRow['figures'][]]))
      for (let run = 1; run <= runs; run++) {
        for (const page of options.pages) {
          options.onProgress(`${name}, slowed ${slowdown}x, ${page}, run ${run} of ${runs}`)
          figures
            .get(page)
            ?.push(
              name === '500 by frames'
                ? await measureFrames({ ...inFrames, pages, name: page })
                : await measureLoad({ ...measured, pages, name: page, slowdown }),
            )
        }
      }
      for (const [page, ofPage] of figures) {
        rows.push({ case: name, page, slowdown, runs, figures: middleOf(ofPage) })
      }
    }
    return rows
  })
}

function runBurst(browser: Browser, options: BenchOptions): Promise<readonly TimeRow[]> {
  const floor = createFloor(500, 500)
  const steps = floor.steps(burstEvents, 500)
  return withPages(browser, floor, options.app, async (pages) => {
    const rows: TimeRow[] = []
    for (const page of options.pages) {
      const times: number[] = []
      for (let run = 0; run < (options.isQuick ? 1 : 5); run++) {
        options.onProgress(`burst, ${page}`)
        times.push(await measureBurst(pages, page, steps))
      }
      rows.push({ page, ms: median(times) })
    }
    return rows
  })
}

function runStart(
  browser: Browser,
  options: BenchOptions,
): Promise<Pick<BenchResult, 'firstTile' | 'scripts'>> {
  const floor = createFloor(60, 50)
  return withPages(browser, floor, options.app, async (pages) => {
    const firstTile: TimeRow[] = []
    for (const page of options.pages) {
      options.onProgress(`first tile, ${page}`)
      const ms = await measureFirstTile(pages, page, options.isQuick ? 3 : 7)
      firstTile.push({ page, ms })
    }
    return { firstTile, scripts: await measureBytes(pages, options.app) }
  })
}

function runHeap(browser: Browser, options: BenchOptions): Promise<BenchResult['heap']> {
  const floor = createFloor(300, 100)
  const sizes = options.isQuick ? [1_000, 3_000] : [1_000, 10_000, 100_000]
  return withPages(browser, floor, options.app, async (pages) => {
    options.onProgress(`heap after ${sizes.join(', ')} calls`)
    return [{ page: 'whole', heaps: await measureHeap(pages, 'whole', floor, sizes) }]
  })
}
