import { expect, onTestFinished, test } from 'vitest'
import { startGalleryStage } from '../gallery/galleryStage.ts'
import { galleryGroups } from '../gallery/scenes.ts'
import { showScene } from '../gallery/showScene.ts'

/** `npm run gallery` lets the walls watch for longer, and takes pictures. */
const minutes = [5, 0, 2, 2, 1] as const

test.each(galleryGroups.map((group, index) => ({ ...group, minutes: minutes[index] ?? 0 })))(
  'with $load.agents agents, calls times $load.load, nothing is clipped, covered, too small or outside, in any size, theme and language',
  async ({ load, scenes, minutes }) => {
    const gallery = await startGalleryStage({ ...load, minutes })
    onTestFinished(() => gallery.stage.stop())
    const found: Record<string, string[]> = {}
    for (const scene of scenes) {
      const faults = await showScene(gallery, scene)
      if (faults.length > 0) found[scene.name] = faults
    }
    expect(found).toEqual({})
  },
)
