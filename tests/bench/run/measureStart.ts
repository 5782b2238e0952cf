import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { median } from '../median.ts'
import type { BenchPages, PageName } from './pages.ts'

/** One script of the wall. Bytes as they go over the wire, by gzip. */
export interface ScriptBytes {
  readonly file: string
  readonly gzip: number
  /** Whether it is loaded only for charts. */
  readonly isOfCharts: boolean
}

/** Ms from the navigation to the first frame that shows a tile with a state: the middle one of `runs`, each in a new browser profile. */
export async function measureFirstTile(
  pages: BenchPages,
  name: PageName,
  runs: number,
): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const { page, close } = await pages.open(name)
    const painted = await page.waitForFunction(() => window.bench.firstTileMs() || undefined)
    times.push((await painted.jsonValue()) ?? NaN)
    await close()
  }
  return median(times)
}

/**
 * The scripts that the whole wall loads, in the order of their loading. Those that a wall of tiles does not load, and
 * that hold the chart library or come after it, are of the charts.
 * @param app the folder of the built wall, ending with a slash
 */
export async function measureBytes(
  pages: BenchPages,
  app: string,
): Promise<readonly ScriptBytes[]> {
  const files = await loadedScripts(pages, 'whole')
  return Promise.all(
    files.map(async (file) => {
      const content = await readFile(app + file)
      const isOfCharts = /^assets\/[A-Za-z]*Chart/.test(file)
      return { file, gzip: gzipSync(content).length, isOfCharts }
    }),
  )
}

async function loadedScripts(pages: BenchPages, name: PageName): Promise<readonly string[]> {
  const { page, close } = await pages.open(name)
  try {
    await page.waitForSelector('canvas', { state: 'attached' })
    const paths = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name: url }) => new URL(url).pathname),
    )
    const scripts = paths.filter((path) => path.endsWith('.js')).map((path) => path.slice(1))
    return [...new Set(scripts)]
  } finally {
    await close()
  }
}
