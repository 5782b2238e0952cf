import { textWidth } from '../composables/textWidth.ts'

/** How a name is set so that nothing of it is lost. */
export type NameFit = 'oneLine' | 'smaller' | 'twoLines'

/** The size of `smaller` relative to `oneLine`; the tile's style has the same. */
const smaller = 0.84

/** The largest of three settings in which `name`, in bold, fits `room`, the width of the line in em of its usual size. */
export function fitName(name: string, room: number): NameFit {
  const width = textWidth(name)
  if (width <= room) return 'oneLine'
  return width * smaller <= room ? 'smaller' : 'twoLines'
}
