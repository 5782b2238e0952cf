/** `good` and `bad` are certain; `warning`: may be right here, but look; `note`: nothing is wrong, or it was not tried. */
export type FindingLevel = 'good' | 'note' | 'warning' | 'bad'

/** What one check found: one line for the administrator, who is told what to do where something is to be done. */
export interface Finding {
  readonly level: FindingLevel
  /** What was looked at, in a word or two. */
  readonly what: string
  /** Sentences. Never a secret. */
  readonly text: string
}

export const good = (what: string, text: string): Finding => ({ level: 'good', what, text })
export const note = (what: string, text: string): Finding => ({ level: 'note', what, text })
export const warning = (what: string, text: string): Finding => ({ level: 'warning', what, text })
export const bad = (what: string, text: string): Finding => ({ level: 'bad', what, text })

const widestName = 16
const red = 31
const green = 32
const yellow = 33
const grey = 90

const marks = {
  good: ['✓', green, 'ok  '],
  note: ['·', grey, 'note'],
  warning: ['!', yellow, 'WARN'],
  bad: ['✗', red, 'FAIL'],
} as const satisfies Readonly<Record<FindingLevel, readonly [string, number, string]>>

/** A finding as one line: with a coloured sign for a terminal, with a word for a file. What a PBX said commands no terminal. */
export function findingLine({ level, what, text }: Finding, hasColours: boolean): string {
  const [sign, colour, word] = marks[level]
  const mark = hasColours ? `\u001B[${colour}m${sign}\u001B[0m` : word
  return `${mark}  ${what.padEnd(widestName)}  ${text.replace(/[\s\p{Cc}]+/gu, ' ')}`
}
