import { fitGrid } from './fitGrid.ts'

/** How much a tile says: all of it; name, state and time where there are many; the same in one line where there are hundreds. */
export type TileVariant = 'full' | 'compact' | 'line'

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

interface Drawn {
  /** The room of a tile, in its own em. */
  readonly width: number
  readonly height: number
  readonly gapRem: number
  /** How wide the word for a state may be in it, in em of that word, and how large the word is, in em of the tile. */
  readonly word: number
  readonly wordSize: number
}

/** What each variant was drawn for. */
const drawn: Readonly<Record<TileVariant, Drawn>> = {
  full: { width: 14, height: 5.45, gapRem: 0.75, word: 6.1, wordSize: 1 },
  compact: { width: 10.2, height: 3.5, gapRem: 0.4, word: 4.7, wordSize: 0.9 },
  line: { width: 18.6, height: 1.36, gapRem: 0.15, word: 4.7, wordSize: 1 },
}

const largestRem = 3
/** A few tiles in a large box stay tiles. */
const stretch = { width: 2.2, height: 1.5 }

/**
 * Lays `count` tiles of one variant into a box; lengths in px.
 * @param word width of the widest word for a state, in em of the word: a wider one than the tile was drawn for makes it wider
 */
export function layoutOf(
  variant: TileVariant,
  count: number,
  width: number,
  height: number,
  rem: number,
  word = 0,
): TileLayout {
  const room = roomOf(drawn[variant], word)
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

function roomOf(
  { width, height, gapRem, ...usual }: Drawn,
  word: number,
): Omit<Drawn, 'word' | 'wordSize'> {
  return { width: width + Math.max(0, word - usual.word) * usual.wordSize, height, gapRem }
}
