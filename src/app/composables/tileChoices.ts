import { layoutOf } from './fitGridTiles.ts'
import type { TileLayout, TileVariant } from './fitGridTiles.ts'
import type { TileChoice } from './fitPages.ts'

/** The smallest letters that each variant is drawn with, in its own em. */
const smallestText: Readonly<Record<TileVariant, number>> = { full: 1, compact: 0.9, line: 1 }

/**
 * The ways to draw tiles in a box of `width` by `height` px, the one that says most first; `rem` in px.
 * @param word width of the widest word for a state, in em of the word
 */
export function tileChoices(
  width: number,
  height: number,
  rem: number,
  word = 0,
): readonly [TileChoice<TileLayout>, ...TileChoice<TileLayout>[]] {
  const choiceOf = (variant: TileVariant): TileChoice<TileLayout> => ({
    smallestText: smallestText[variant],
    lay: (count) => layoutOf(variant, count, width, height, rem, word),
  })
  return [choiceOf('full'), choiceOf('compact'), choiceOf('line')]
}
