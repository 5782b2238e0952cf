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

/** About how wide a text is in bold, in em, rather too wide than too narrow. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width
}

function letterWidth(letter: string): number {
  if ((letter.codePointAt(0) ?? 0) >= 0x1100) return 1.05
  if (/[ .,:;'’|!ijltfrI()-]/.test(letter)) return 0.36
  if (/[mwMW@%]/.test(letter)) return 0.97
  return /[\p{Lu}\d]/u.test(letter) ? 0.68 : 0.59
}
