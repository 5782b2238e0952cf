import { fitGrid } from './fitGrid.ts'

/** How much a tile says: all of it, or name, state and time where there are many. */
export type TileVariant = 'full' | 'compact'

/** How the tiles of a wall lie. Lengths in px; `textSize` is the em of a tile. */
export interface TileLayout {
  readonly variant: TileVariant
  readonly columns: number
  readonly rows: number
  readonly tileWidth: number
  readonly tileHeight: number
  readonly gap: number
  readonly textSize: number
}

/** The room that each variant was drawn for, in its own em. */
const drawn: Readonly<Record<TileVariant, { width: number; height: number; gapRem: number }>> = {
  full: { width: 14, height: 5.9, gapRem: 0.75 },
  compact: { width: 9, height: 3.1, gapRem: 0.4 },
}

/** Below this a full tile's second line can no longer be read from the room; the compact one says less, larger. */
const smallestFullRem = 1.05
const largestRem = 3
/** A few tiles in a large box stay tiles. */
const stretch = { width: 2.2, height: 1.5 }

/** Lays `count` tiles into a box of `width` by `height` px; `rem` is the root's font size in px. */
export function fitTiles(count: number, width: number, height: number, rem: number): TileLayout {
  const full = layoutOf('full', count, width, height, rem)
  return full.textSize >= smallestFullRem * rem
    ? full
    : layoutOf('compact', count, width, height, rem)
}

function layoutOf(
  variant: TileVariant,
  count: number,
  width: number,
  height: number,
  rem: number,
): TileLayout {
  const room = drawn[variant]
  const gap = room.gapRem * rem
  const grid = fitGrid(count, width + gap, height + gap, room.width / room.height)
  const cellWidth = Math.max(0, grid.tileWidth - gap)
  const cellHeight = Math.max(0, grid.tileHeight - gap)
  const textSize = Math.min(cellWidth / room.width, cellHeight / room.height, largestRem * rem)
  return {
    variant,
    columns: grid.columns,
    rows: grid.rows,
    tileWidth: Math.min(cellWidth, textSize * room.width * stretch.width),
    tileHeight: Math.min(cellHeight, textSize * room.height * stretch.height),
    gap,
    textSize,
  }
}
