import type { CDPSession, Page } from 'playwright'
import { codeMegabytes } from '../../soak/codeMegabytes.ts'
import type { BenchFloor } from './floor.ts'
import type { BenchPages, PageName } from './pages.ts'

/** What a page holds, MB of JavaScript after a collection, a quarter of an hour after so many calls of one day. */
export interface HeapFigures {
  readonly calls: number
  readonly megabytes: number
  /** How much of it the engine needs for code and the like, which grows for hours. */
  readonly codeMegabytes: number
}

const stepSeconds = 10
const restMs = 15 * 60_000
/** 05:00 in Budapest: the day's calls are over before midnight. */
const morning = Date.parse('2026-11-23T04:00:00Z')

/**
 * Hours of calls as fast as the page takes them: its clock is stepped, so that they lie as far apart as on a real day.
 * Throws when the page was loaded anew meanwhile.
 */
export async function measureHeap(
  pages: BenchPages,
  name: PageName,
  floor: BenchFloor,
  sizes: readonly number[],
): Promise<readonly HeapFigures[]> {
  const { page, cdp, close } = await pages.open(name, async (fresh) => {
    await fresh.clock.install({ time: morning })
  })
  try {
    const origin = await page.evaluate(() => performance.timeOrigin)
    const figures: HeapFigures[] = []
    let calls = 0
    let told = []
    for (const second of floor.seconds()) {
      told.push(second)
      if (told.length < stepSeconds) continue
      const steps = told.flat()
      told = []
      calls += steps.filter(({ facts, id }) => facts?.masterSessionId === id).length
      await page.evaluate((given) => window.bench.feed(given), steps)
      await page.clock.fastForward(stepSeconds * 1000)
      const wanted = sizes[figures.length]
      if (wanted === undefined) break
      if (calls >= wanted) figures.push({ calls, ...(await heapOf(page, cdp)) })
    }
    if ((await page.evaluate(() => performance.timeOrigin)) !== origin) {
      throw new Error('The page was loaded anew while its heap was measured.')
    }
    return figures
  } finally {
    await close()
  }
}

async function heapOf(page: Page, cdp: CDPSession): Promise<Omit<HeapFigures, 'calls'>> {
  for (let rested = 0; rested < restMs; rested += stepSeconds * 1000) {
    await page.clock.fastForward(stepSeconds * 1000)
  }
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  // Before a snapshot more is collected than one can ask for.
  const code = await codeMegabytes(cdp)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return { megabytes: usedSize / 2 ** 20, codeMegabytes: code }
}
