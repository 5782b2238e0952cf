import type { Figures } from '../../src/domain/figures.ts'
import {
  createComparison,
  namesOfAll,
  namesOfInterval,
  namesOfType,
} from '../support/octoberComparison.ts'
import type { Comparison, FoundFigures } from '../support/octoberComparison.ts'
import type { DayTruth } from './dayTruth.ts'
import type { SoakedCentre } from './soakedCentre.ts'

export interface ComparedDay {
  /** How many figures were compared with what was counted from the calls themselves. */
  readonly compared: number
  /** One line for each that differs. */
  readonly differences: readonly string[]
}

/** Compares the day that began at `start`, epoch ms, of each centre with the calls themselves. */
export function compareDay(
  { whole, broken }: Pick<SoakedCentre, 'whole' | 'broken'>,
  start: number,
  truth: DayTruth,
): ComparedDay {
  const comparison = createComparison()
  comparison.add(['all'], namesOfAll, truth.whole, found(whole.figures('all', start)))
  for (const [queue, counted] of truth.queues) {
    comparison.add([queue], namesOfType, counted, found(whole.figures(`queue:${queue}`, start)))
  }
  for (const interval of whole.intervals('all', 30, start)) {
    const name = whole.zone.toIso(interval.start)
    const counted = truth.intervals.get(interval.start)
    comparison.add([name], namesOfInterval, counted, found({ ...interval }))
  }
  if (broken !== undefined) compareBroken(comparison, broken, start, truth)
  return { differences: comparison.differences, compared: comparison.compared() }
}

const namesOfGaps = { offered: 'offered', outcomes: 'outcomes', honest: 'honest' } as const

/** Where nothing is missing, what arrived is right, and what became of it is right or called lost. */
function compareBroken(
  comparison: Comparison,
  broken: NonNullable<SoakedCentre['broken']>,
  start: number,
  truth: DayTruth,
): void {
  for (const interval of broken.intervals('all', 30, start)) {
    const counted = truth.intervals.get(interval.start)
    if (!interval.isCovered || counted === undefined) continue
    const { offered, answered, abandoned, lost } = interval
    const isHonest = answered <= counted.answered && abandoned <= counted.abandoned
    comparison.add(
      [broken.zone.toIso(interval.start), 'between gaps'],
      namesOfGaps,
      { offered: counted.offered, outcomes: counted.offered, honest: 1 },
      { offered, outcomes: answered + abandoned + lost, honest: Number(isHonest) },
    )
  }
}

/** Figures as the comparison wants them: no value is null. */
function found(figures: Partial<Figures>): FoundFigures {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      typeof value === 'boolean' ? [] : [[name, value ?? null]],
    ),
  )
}
