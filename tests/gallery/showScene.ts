import { layoutFaults, layoutRules } from '../support/layoutFaults.ts'
import type { GalleryStage } from './galleryStage.ts'
import type { Scene } from './scenes.ts'

/** Brings the wall to where the picture is taken, and tells what is wrong with its layout there, one line each. */
export async function showScene(gallery: GalleryStage, scene: Scene): Promise<string[]> {
  const { page, stage } = gallery
  const [width, height] = scene.screen
  await page.setViewportSize({ width, height })
  await gallery.go(scene.route)
  await scene.act?.(gallery)
  // Sizes are observed between frames, and answered in the next one.
  for (let frame = 0; frame < 3; frame++) {
    await page.locator('body').boundingBox()
    await stage.draw()
  }
  await page.evaluate(endAnimations)
  return page.evaluate(layoutFaults, layoutRules(height))
}

/** In the page: what is on its way is where it goes to. Its time is not the page's clock, which the stage steps. */
function endAnimations(): void {
  for (const animation of document.getAnimations()) {
    const ends = animation.effect?.getComputedTiming().endTime
    if (ends !== Infinity) animation.finish()
  }
}
