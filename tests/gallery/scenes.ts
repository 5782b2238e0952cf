import { showEveryState } from './everyState.ts'
import type { GalleryLoad, GalleryStage } from './galleryStage.ts'

/** One picture of a wall. */
export interface Scene {
  /** Of the file, without its ending. */
  readonly name: string
  /** Width and height of the screen, px. */
  readonly screen: readonly [number, number]
  /** Path and query of the wall. */
  readonly route: string
  /** What happens before the picture is taken. */
  readonly act?: (gallery: GalleryStage) => Promise<void>
}

/** Pictures of one wall on one day, in the order in which they are taken. */
export interface SceneGroup {
  readonly load: GalleryLoad
  readonly scenes: readonly Scene[]
}

const hd = [1920, 1080] as const
const ultraHd = [3840, 2160] as const
const laptop = [1366, 768] as const

const wall = '/team/support'

const usual: SceneGroup = {
  load: { agents: 12, load: 1.25, minutes: 150 },
  scenes: [
    { name: '12-dark', screen: hd, route: wall },
    { name: '12-light', screen: hd, route: `${wall}?theme=light` },
    { name: '12-contrast', screen: hd, route: `${wall}?theme=contrast` },
    { name: '12-dark-2160', screen: ultraHd, route: wall },
    { name: '12-light-768', screen: laptop, route: `${wall}?theme=light` },
    { name: '12-hungarian', screen: hd, route: `${wall}?lang=hu` },
    { name: '12-german', screen: hd, route: `${wall}?lang=de` },
    { name: '12-arabic', screen: hd, route: `${wall}?lang=ar` },
    { name: '12-arabic-light-768', screen: laptop, route: `${wall}?lang=ar&theme=light` },
    { name: 'agents', screen: hd, route: `${wall}/agents` },
    { name: 'charts', screen: hd, route: `${wall}/charts` },
    { name: 'charts-light-768', screen: laptop, route: `${wall}/charts?theme=light` },
    { name: 'charts-german', screen: hd, route: `${wall}/charts?lang=de` },
    { name: 'charts-hungarian', screen: hd, route: `${wall}/charts?lang=hu` },
    { name: 'charts-arabic-768', screen: laptop, route: `${wall}/charts?lang=ar` },
    { name: 'all', screen: hd, route: '/all' },
    { name: 'all-arabic', screen: hd, route: '/all?lang=ar' },
    { name: 'picker-768', screen: laptop, route: '/' },
    { name: 'picker-light', screen: hd, route: '/?theme=light' },
    { name: 'card', screen: hd, route: wall, act: pressQuestionMark },
    { name: 'card-german-768', screen: laptop, route: `${wall}?lang=de` },
    { name: 'unknown-team', screen: hd, route: '/team/suport' },
    { name: 'lost', screen: hd, route: wall, act: losePbx },
    { name: 'lost-light-768', screen: laptop, route: `${wall}?theme=light` },
    { name: 'lost-german', screen: hd, route: `${wall}?lang=de` },
    { name: 'lost-charts', screen: hd, route: `${wall}/charts` },
    { name: 'lost-3-minutes', screen: hd, route: wall, act: wait(3) },
    { name: 'lost-3-minutes-light', screen: hd, route: `${wall}?theme=light` },
    { name: 'lost-3-minutes-contrast', screen: hd, route: `${wall}?theme=contrast` },
    { name: 'lost-hour', screen: hd, route: wall, act: wait(57) },
    { name: 'lost-hour-arabic', screen: hd, route: `${wall}?lang=ar` },
    { name: 'lost-hour-hungarian-768', screen: laptop, route: `${wall}?lang=hu` },
    { name: 'lost-back', screen: hd, route: wall, act: comeBack },
    { name: 'lost-back-german-light', screen: hd, route: `${wall}?lang=de&theme=light` },
    { name: 'lost-asleep', screen: hd, route: wall, act: sleep },
  ],
}

const states: SceneGroup = {
  load: { agents: 12, load: 0, minutes: 0 },
  scenes: [
    {
      name: 'states-dark',
      screen: hd,
      route: wall,
      act: ({ stage }) => showEveryState(stage),
    },
    { name: 'states-light', screen: hd, route: `${wall}?theme=light` },
    { name: 'states-contrast', screen: hd, route: `${wall}?theme=contrast` },
    { name: 'script-missing', screen: hd, route: wall, act: missScript },
  ],
}

const quiet: SceneGroup = {
  load: { agents: 4, load: 0.6, minutes: 40 },
  scenes: [
    { name: '4-quiet', screen: hd, route: wall },
    { name: '4-quiet-2160', screen: ultraHd, route: `${wall}?theme=contrast` },
    { name: '4-quiet-768', screen: laptop, route: `${wall}?theme=light` },
    { name: '4-agents', screen: hd, route: `${wall}/agents` },
    { name: 'broken-part', screen: hd, route: wall, act: breakChart },
  ],
}

const large: SceneGroup = {
  load: { agents: 60, load: 1.3, minutes: 35 },
  scenes: [
    { name: '60-dark', screen: hd, route: wall },
    { name: '60-light-2160', screen: ultraHd, route: `${wall}?theme=light` },
    { name: '60-768', screen: laptop, route: wall },
    { name: '60-agents', screen: hd, route: `${wall}/agents` },
    { name: '60-charts', screen: hd, route: `${wall}/charts` },
    { name: '60-hungarian', screen: hd, route: `${wall}?lang=hu` },
  ],
}

const largest: SceneGroup = {
  load: { agents: 240, load: 1.2, minutes: 8 },
  scenes: [
    { name: '240-dark', screen: hd, route: wall },
    { name: '240-contrast-2160', screen: ultraHd, route: `${wall}?theme=contrast` },
    { name: '240-768', screen: laptop, route: wall },
    { name: '240-agents', screen: hd, route: `${wall}/agents` },
    { name: '240-agents-arabic', screen: hd, route: `${wall}/agents?lang=ar` },
  ],
}

/** Every picture of the gallery. */
export const galleryGroups: readonly SceneGroup[] = [usual, states, quiet, large, largest]

async function pressQuestionMark({ page }: GalleryStage): Promise<void> {
  await page.keyboard.press('?')
}

/** Long enough for the wall to have noticed. */
async function losePbx({ stage }: GalleryStage): Promise<void> {
  await stage.faults.begin({ name: 'restart', keepsSessions: true })
  await stage.stepTo(stage.clock.now() + 20_000)
}

/** Lets minutes pass, in steps and with pictures by which nobody would think that the page slept or was stuck. */
function wait(minutes: number): (gallery: GalleryStage) => Promise<void> {
  return async ({ stage }) => {
    for (let step = 0; step < minutes; step++) {
      await stage.stepTo(stage.clock.now() + 60_000)
      await stage.draw()
    }
  }
}

/** The PBX is there again, and the wall has found it. */
async function comeBack({ page, stage }: GalleryStage): Promise<void> {
  await stage.faults.end('restart')
  const live = page.locator('html[data-fresh="live"]')
  for (let tries = 0; tries < 10 && (await live.count()) === 0; tries++) {
    await stage.stepTo(stage.clock.now() + 20_000)
    await stage.draw()
    // Scripts and sockets take their time, which the clocks of the stage do not know.
    await live.waitFor({ state: 'attached', timeout: 2_000 }).catch(() => undefined)
  }
}

/** A chart that cannot draw, once there is something new to draw. */
async function breakChart({ page, stage }: GalleryStage): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(CanvasRenderingContext2D.prototype, 'font', {
      set() {
        throw new Error('no canvas')
      },
    })
  })
  const broken = page.locator('[data-broken]')
  for (let tries = 0; tries < 100 && (await broken.count()) === 0; tries++) {
    await stage.stepTo(stage.clock.now() + 5_000)
    await stage.draw()
  }
}

/** The screen stops for ten minutes, and the PBX is away when it wakes. */
async function sleep({ stage }: GalleryStage): Promise<void> {
  await stage.faults.begin({ name: 'restart', keepsSessions: true })
  await stage.sleepTo(stage.clock.now() + 600_000)
}

/** A fresh start of the page, whose script from the PBX cannot be had. */
async function missScript({ page, stage }: GalleryStage): Promise<void> {
  await page.unroute('**/api/config')
  await page.route('**/WebphoneAPI*', (route) => route.abort())
  await page.reload()
  const missing = page.locator('html[data-connection="scriptMissing"]')
  for (let tries = 0; tries < 100 && (await missing.count()) === 0; tries++) await stage.draw()
}
