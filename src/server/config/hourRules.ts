import type { Config } from '../../contract/config.ts'
import type { InputProblem } from '../../contract/inputProblem.ts'
import { parseDays, parseHours } from '../../contract/openingTimes.ts'

/** Hours of one day of the week; `from` and `to` in minutes after Monday's midnight. */
interface Opening {
  readonly path: string
  readonly text: string
  /** Place in the file. */
  readonly order: number
  readonly from: number
  readonly to: number
}

const dayMinutes = 1_440
const weekMinutes = 7 * dayMinutes

/** Opening hours that overlap others, of the same day or reaching into the next one. Each is told once. */
export function hourProblems({ site }: Config): readonly InputProblem[] {
  const openings = Object.entries(site.openingHours)
    .flatMap(([key, texts]) =>
      texts.map((text, index) => ({ days: parseDays(key) ?? [], text, path: `${key}[${index}]` })),
    )
    .flatMap(({ days, text, path }, order) => openingsOf(days, { text, path, order }))
    .sort((one, other) => one.from - other.from)
  const problems = new Map<string, InputProblem>()
  let latest: Opening | undefined
  for (const opening of [...openings, ...openings.slice(0, 1).map(aWeekLater)]) {
    const isWithin = latest !== undefined && latest.order !== opening.order
    if (latest !== undefined && isWithin && latest.to > opening.from)
      tell(latest, opening, problems)
    if (latest === undefined || latest.to < opening.to) latest = opening
  }
  return [...problems.values()]
}

function openingsOf(
  days: readonly number[],
  written: Pick<Opening, 'text' | 'path' | 'order'>,
): readonly Opening[] {
  const hours = parseHours(written.text)
  if (hours === undefined) return []
  return days.map((day) => {
    const midnight = day * dayMinutes
    return { ...written, from: midnight + hours.from, to: midnight + hours.to }
  })
}

function aWeekLater(opening: Opening): Opening {
  return { ...opening, from: opening.from + weekMinutes, to: opening.to + weekMinutes }
}

function tell(one: Opening, other: Opening, problems: Map<string, InputProblem>): void {
  const [first, second] = one.order < other.order ? [one, other] : [other, one]
  const path = `site.openingHours.${second.path}`
  const found = `"${second.text}", which overlaps "${first.text}" of ${first.path}`
  problems.set(path, { path, code: 'other', found, expected: 'hours that do not overlap' })
}
