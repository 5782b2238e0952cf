import type { Page } from 'playwright'
import type { WallStage } from './wallStage.ts'

/** Moves the wall on second by second, looking at it after each; `passed` is in seconds. */
export async function watchWall(
  stage: WallStage,
  seconds: number,
  look: (passed: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (let passed = 1; passed <= seconds; passed++) {
    await stage.stepTo(stage.clock.now() + 1_000)
    await stage.draw()
    await look(passed)
  }
}

/** Where every tile lies, in whole px. */
export const boxesOf = (page: Page): Promise<string[]> =>
  page.locator('[data-tile]').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const { left, top, width, height } = tile.getBoundingClientRect()
      return [left, top, width, height].map(Math.round).join(' ')
    }),
  )
