import { join } from 'node:path'
import { startGalleryStage } from './galleryStage.ts'
import { showScene } from './showScene.ts'
import { galleryGroups } from './scenes.ts'

/** What was found in one picture. */
export interface PictureReport {
  readonly name: string
  readonly faults: readonly string[]
}

/**
 * Takes every picture of the gallery, or those whose names contain `wanted`, into `folder` as NAME.png; the wall has to
 * be built. Tells of each as soon as it is there.
 */
export async function takeGallery(
  folder: string,
  wanted: string,
  tell: (picture: PictureReport) => void,
): Promise<void> {
  for (const { load, scenes } of galleryGroups) {
    const chosen = scenes.filter(({ name }) => name.includes(wanted))
    if (chosen.length === 0) continue
    const gallery = await startGalleryStage(load)
    try {
      for (const scene of chosen) {
        const faults = await showScene(gallery, scene)
        await gallery.page.screenshot({ path: join(folder, `${scene.name}.png`) })
        tell({ name: scene.name, faults })
      }
    } finally {
      await gallery.stage.stop()
    }
  }
}
