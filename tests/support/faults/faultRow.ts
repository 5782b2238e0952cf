import type { FaultCase } from './faultCases.ts'
import type { FaultOutcome } from './tryFault.ts'

/** A line of the fault matrix, under `faultHead`. */
export function faultRow(
  { name, load }: Pick<FaultCase, 'name' | 'load'>,
  { notLiveAfter, said, liveAfter, rightAfter, figures }: FaultOutcome,
): readonly string[] {
  const seconds = (value: number | undefined): string =>
    value === undefined ? '—' : String(Math.round(value))
  const namesOf = (isWanted: (figure: (typeof figures)[number]) => boolean): ReadonlySet<string> =>
    new Set(figures.filter(isWanted).map((figure) => figure.name))
  const marked = namesOf(({ isPartial }) => isPartial)
  const wrong = namesOf(({ isEqual }) => !isEqual)
  const all = namesOf(() => true)
  return [
    name,
    load,
    seconds(notLiveAfter),
    said === undefined ? 'live all the time' : said.connection,
    seconds(liveAfter),
    seconds(rightAfter),
    `${all.size - wrong.size} of ${all.size}`,
    marked.size === 0 ? 'none' : String(marked.size),
    said?.sentence ?? '',
  ]
}

export const faultHead = [
  'fault',
  'load',
  'not live after s',
  'shows',
  'live again after s',
  'right after s',
  'figures as without',
  'marked',
  'says',
] as const

/** The rows as a table of text with columns of one width each. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = faultHead.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [faultHead, ...rows].map(line).join('\n')
}
