import type {
  Figures,
  IntervalFigures,
  IntervalMinutes,
  VisitFigures,
} from '../../../src/domain/figures.ts'
import type { Site } from './site.ts'
import type { Teller } from './teller.ts'
import { known } from './words.ts'
import type { Sheet } from './wanted.ts'

/** All that the centre knows of a scope of a story at this moment. */
export function foundSheet(teller: Teller, site: Site, scope: string): Sheet {
  const [name = '', yesterday] = scope.split('@')
  const day = yesterday === undefined ? undefined : dayBefore(teller, site)
  const [base = '', minutes, row] = name.split('/')
  if (base.startsWith('span:')) return span(teller, base)
  if (base.startsWith('agent:')) return agent(teller, site, base.slice(6), day)
  const { centre } = teller
  if (minutes === undefined) return withWaiting(centre.figures(base, day))
  const length = Number(minutes) as IntervalMinutes
  const rows = centre.intervals(base, length, day).filter(({ start }) => isRow(site, start, row))
  const [only] = rows
  return rows.length === 1 && only !== undefined
    ? { rows: 1, ...ofRow(only) }
    : { rows: rows.length }
}

function dayBefore({ centre }: Teller, { settings, zone }: Site): number {
  return zone.dayStart(centre.dayStart() - 1, settings.dayStartsAtMinutes)
}

function isRow({ zone }: Site, start: number, row: string | undefined): boolean {
  if (row === undefined) return true
  const [, local = ''] = zone.toIso(start).split('T')
  const [clock = '', offset] = row.split(/(?=[+-])/)
  return local.startsWith(clock) && local.endsWith(offset ?? '')
}

function span(teller: Teller, scope: string): Sheet {
  const [from = NaN, to = NaN] = scope
    .slice(5)
    .split('..')
    .map((clock) => teller.instantOf(clock))
  return { isCovered: String(teller.centre.isCovered(from, to)) }
}

function agent(teller: Teller, { settings }: Site, id: string, day: number | undefined): Sheet {
  const seats = settings.teams.flatMap(({ agents }) => agents)
  const { extensions } = known(
    seats.find((candidate) => candidate.id === id),
    id,
  )
  const figures = teller.centre.agentFigures(extensions, day)
  const endedAt = figures.lastCallEndedAt
  return {
    ...figures,
    lastCallEndedAt: endedAt && (endedAt - teller.instantOf('0')) / 1000,
    state: teller.story.state(id).split(' ')[0],
  }
}

function withWaiting(figures: Figures): Sheet {
  return { ...figures, waiting: waitingOf(figures) }
}

function ofRow({ isCovered, isCounted, ...figures }: IntervalFigures): Sheet {
  return {
    ...figures,
    waiting: waitingOf(figures),
    isCovered: String(isCovered),
    isCounted: String(isCounted),
  }
}

/** Every visit has one outcome, or waits. */
function waitingOf(figures: VisitFigures): number {
  const { offered, answered, abandoned, shortAbandoned, flowedOut, lost } = figures
  return offered - answered - abandoned - shortAbandoned - flowedOut - lost
}
