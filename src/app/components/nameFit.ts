import { textWidth } from '../composables/textWidth.ts'

/** How a name is set: so that nothing of it is lost, or, where there is no second line, `cut` at the end of its line. */
export type NameFit = 'oneLine' | 'smaller' | 'twoLines' | 'cut'

/** The size of `smaller` relative to `oneLine`; the tile's style has the same. */
const smaller = 0.84

/**
 * The largest of three settings in which `name`, in bold, fits `room`, the width of the line in em of its usual size. Only
 * what may not fit is `cut`: each clip in a tile is painted, though it cuts nothing.
 * @param lines how many there are room for
 */
export function fitName(name: string, room: number, lines: 1 | 2): NameFit {
  const width = textWidth(name)
  if (width <= room) return 'oneLine'
  if (lines === 1) return 'cut'
  return width * smaller <= room ? 'smaller' : 'twoLines'
}
