import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, CDPSession, Page } from 'playwright'
import type { LimitLayout } from '../pages/limit/layout.ts'
import { bundleScript } from './bundle.ts'
import type { BenchFloor } from './floor.ts'
import { serveBenchSite } from './site.ts'

/**
 * The pages that are measured: the tiles of the built wall and nothing else of it that changes; the whole wall with its
 * figures, popups and chart; the page by hand; the page of the vendor's documents.
 */
export const pageNames = ['wall', 'whole', 'limit', 'seed'] as const
export type PageName = (typeof pageNames)[number]

/** A page that has connected and shows every tile. */
export interface OpenedPage {
  readonly page: Page
  readonly cdp: CDPSession
  readonly close: () => Promise<void>
}

/** Pages of one floor, until `close`. */
export interface BenchPages {
  /** `prepare` is called before anything is loaded. */
  open(name: PageName, prepare?: (page: Page) => Promise<void>): Promise<OpenedPage>
  readonly close: () => Promise<void>
}

type Prepare = (page: Page) => Promise<void>
const nothing: Prepare = () => Promise.resolve()

const fileText = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')

const wallPaths = {
  wall: '/team/bench/agents?popups=off#token=t',
  whole: '/team/bench#token=t',
} as const

/** Serves the pages of a floor. `app`: the folder of the built wall, ending with a slash. */
export async function serveBenchPages(
  browser: Browser,
  floor: BenchFloor,
  app: string,
): Promise<BenchPages> {
  const double = await bundleScript('pages/double/main.ts')
  let kind: 'even' | 'usual' = 'even'
  const site = await serveBenchSite({
    ...{ app, config: () => floor.config(kind) },
    pages: {
      '/bench/limit.html': await fileText('pages/limit.html'),
      '/bench/limit.css': await fileText('pages/limit.css'),
      '/bench/limit.js': await bundleScript('pages/limit/main.ts'),
      '/bench/seed.html': await fileText('pages/seed.html'),
    },
    packages: {
      '/bench/jquery.min.js': 'jquery/dist/jquery.min.js',
      '/bench/inter.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
      '/bench/inter-ext.woff2':
        '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
    },
  })
  const benchCase = JSON.stringify({ extensions: floor.extensions })
  let layout: LimitLayout | undefined

  const openAt = async (path: string, tiles: number, prepare: Prepare): Promise<OpenedPage> => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
    const page = await context.newPage()
    let fault = ''
    page.on('pageerror', ({ message }) => (fault ||= message))
    await prepare(page)
    await page.addInitScript({ content: `window.benchCase=${benchCase};${double}` })
    const cdp = await context.newCDPSession(page)
    await page.goto(site.origin + path)
    await page
      .waitForFunction(
        (count) =>
          document.documentElement.dataset['fresh'] === 'live' &&
          document.querySelectorAll('[data-tile][data-state="available"]').length >= count,
        tiles,
      )
      .catch((error: unknown) => {
        throw new Error(`${path} does not show its tiles: ${fault}`, { cause: error })
      })
    await page.evaluate(() => document.fonts.ready)
    return { page, cdp, close: () => context.close() }
  }

  /** As the wall lays its tiles, so must the others. */
  const layoutOfWall = async (): Promise<LimitLayout> => {
    const { page, close } = await openAt(wallPaths.wall, floor.agents, nothing)
    const read = await page.evaluate(readLayout)
    await close()
    return read
  }

  return {
    async open(name, prepare = nothing) {
      kind = name === 'whole' ? 'usual' : 'even'
      if (name === 'whole') return openAt(wallPaths.whole, 1, prepare)
      if (name === 'wall') return openAt(wallPaths.wall, floor.agents, prepare)
      layout ??= await layoutOfWall()
      return openAt(
        `/bench/${name}.html#${encodeURIComponent(JSON.stringify(layout))}`,
        floor.agents,
        prepare,
      )
    },
    close: () => site.close(),
  }
}

/** In the page of the wall. */
function readLayout(): LimitLayout {
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-tile]')]
  const boxes = tiles.map((tile) => tile.getBoundingClientRect())
  const first = boxes[0]!
  const columns = boxes.filter(({ top }) => top === first.top).length
  const style = getComputedStyle(tiles[0]!.parentElement!)
  const variants = ['full', 'compact', 'line'] as const
  return {
    variant: variants.find((variant) => tiles[0]!.classList.contains(variant)) ?? 'full',
    columns,
    tileWidth: first.width,
    tileHeight: first.height,
    gap: parseFloat(style.columnGap),
    textSize: parseFloat(style.fontSize),
    left: first.left,
    top: first.top,
  }
}
