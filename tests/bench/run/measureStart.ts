import { median } from '../median.ts'
import type { BenchPages, PageName } from './pages.ts'
import { scriptsOf } from './scriptBytes.ts'
import type { ScriptBytes } from './scriptBytes.ts'

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
 * The scripts that the whole wall loads.
 * @param app the folder of the built wall, ending with a slash
 */
export async function measureBytes(
  pages: BenchPages,
  app: string,
): Promise<readonly ScriptBytes[]> {
  const { page, close } = await pages.open('whole')
  try {
    await page.waitForSelector('canvas', { state: 'attached' })
    return await scriptsOf(page, app, await page.evaluate(() => window.bench.firstTileMs()))
  } finally {
    await close()
  }
}
