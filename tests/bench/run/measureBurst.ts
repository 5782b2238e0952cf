import type { Step } from '../events/steps.ts'
import type { BenchPages, PageName } from './pages.ts'

/** Plays all steps as fast as a page takes them; ms until every tile shows its last state, painted. Infinity after a minute. */
export async function measureBurst(
  pages: BenchPages,
  name: PageName,
  steps: readonly Step[],
): Promise<number> {
  const { page, close } = await pages.open(name)
  try {
    await page.evaluate((given) => window.bench.load(given), steps)
    const tooLong = new Promise<number>((done) => setTimeout(() => done(Infinity), 60_000).unref())
    return await Promise.race([page.evaluate(() => window.bench.burst()), tooLong])
  } finally {
    await close()
  }
}
