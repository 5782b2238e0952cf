/** One way to draw the tiles. */
export interface TileChoice<Layout extends { readonly textSize: number }> {
  /** The smallest letters of a tile, in its own em. */
  readonly smallestText: number
  /** How `count` such tiles lie in the space; `textSize` is their em in px. */
  lay(count: number): Layout
}

/** How tiles are spread over pages that all have one layout. Times in ms. */
export interface PageFit<Layout> {
  readonly layout: Layout
  readonly pages: number
  /** Tiles of a full page; only the last page may have fewer. */
  readonly perPage: number
  /** How long one page is shown. */
  readonly dwellMs: number
  /** The longest that an agent is out of sight, also when its tile falls back by a page; 0 with one page. */
  readonly outOfSightMs: number
}

/** Every agent is seen at least every 15 s. */
export const seenEveryMs = 15_000
/** Less is too short to find a name; with it five pages come round in time. */
export const shortestDwellMs = 3_000

/**
 * The fewest pages on which no letter is smaller than `minimumText` px; of the ways to draw the tiles, which stand with
 * the one that says most first, the first that needs no more. One that fits on no page is drawn alone, as large as it gets.
 *
 * A tile falls back by at most one page from a round to the next (`nextOrder`), so it is out of sight for at most
 * `pages` dwell times. A round takes 15 s as long as that leaves a readable dwell time, which it does up to five pages;
 * from six pages on `outOfSightMs` says how long it takes instead.
 */
export function fitPages<Layout extends { readonly textSize: number }>(
  count: number,
  minimumText: number,
  choices: readonly [TileChoice<Layout>, ...TileChoice<Layout>[]],
): PageFit<Layout> {
  let found = bestOf(Math.max(1, count), choices, minimumText)
  for (let pages = 2; found.misses && pages <= count; pages++) {
    found = bestOf(Math.ceil(count / pages), choices, minimumText)
  }
  const pages = Math.max(1, Math.ceil(count / found.perPage))
  const dwellMs = Math.max(shortestDwellMs, seenEveryMs / pages)
  const outOfSightMs = pages === 1 ? 0 : pages * dwellMs
  return { layout: found.layout, pages, perPage: found.perPage, dwellMs, outOfSightMs }
}

interface Found<Layout> {
  readonly perPage: number
  readonly layout: Layout
  readonly misses: boolean
}

/** The first choice that can be read with `perPage` tiles, else the one with the largest letters. */
function bestOf<Layout extends { readonly textSize: number }>(
  perPage: number,
  [first, ...others]: readonly [TileChoice<Layout>, ...TileChoice<Layout>[]],
  minimumText: number,
): Found<Layout> {
  let best = { layout: first.lay(perPage), smallest: 0 }
  best.smallest = best.layout.textSize * first.smallestText
  for (const other of others) {
    if (best.smallest >= minimumText) break
    const layout = other.lay(perPage)
    const smallest = layout.textSize * other.smallestText
    if (smallest > best.smallest) best = { layout, smallest }
  }
  return { perPage, layout: best.layout, misses: best.smallest < minimumText }
}
