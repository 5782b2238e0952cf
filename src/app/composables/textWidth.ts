/** About how wide a text is in bold, in em, rather too wide than too narrow. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width
}

function letterWidth(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0
  if ((letter.codePointAt(0) ?? 0) >= 0x1100) return 1.05
  if (/[ .,:;'’|!ijltfrI()]/.test(letter)) return 0.36
  if (letter === '-') return 0.5
  if (/[mwMW@%]/.test(letter)) return 0.97
  return /[\p{Lu}\d]/u.test(letter) ? 0.72 : 0.59
}
