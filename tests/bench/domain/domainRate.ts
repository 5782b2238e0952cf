import { createCentre } from '../../../src/domain/centre.ts'
import type { Centre } from '../../../src/domain/centre.ts'
import type { SessionEvent } from '../../../src/domain/sessionEvent.ts'
import { heapMegabytes } from '../../soak/heap.ts'
import { queueScope, teamScope } from '../../../src/domain/visit.ts'
import { median } from '../median.ts'
import { callsIn, dayEvents, daySettings, dayStart } from './domainDay.ts'

/** What a day of `calls` costs the domain. */
export interface DomainRate {
  readonly calls: number
  readonly events: number
  /** Session events in a second of the processor, all threads of the process taken together. */
  readonly eventsPerSecond: number
  /** The same while the figures of the team are read after every 100 events. */
  readonly eventsPerSecondRead: number
  /** The same over the last tenth of the day's events alone, without reading. */
  readonly eventsPerSecondAtEnd: number
  /** What the centre holds a quarter of an hour after the last event, per call. */
  readonly bytesPerCall: number
}

const eventsPerRead = 100
const eventsPerPiece = 5_000
const restMs = 15 * 60_000

/** Days of each size, the middle one of `runs`; `onRate` is told of each size as soon as it is known. */
export function measureDomain(
  sizes: readonly number[],
  runs: number,
  onRate: (rate: DomainRate) => void = () => undefined,
): readonly DomainRate[] {
  // The first days are compiled while they run.
  playDay(10_000, false)
  playDay(1_000, true)
  return sizes.map((calls) => {
    // A small day is over before the processor's clock has moved much.
    const repeat = Math.max(runs, Math.ceil(10_000 / calls))
    const plain = Array.from({ length: repeat }, () => playDay(calls, false))
    const read = Array.from({ length: runs }, () => playDay(calls, true))
    const rate: DomainRate = {
      calls,
      events: plain[0]!.events,
      eventsPerSecond: median(plain.map(({ events, ms }) => (events / ms) * 1000)),
      eventsPerSecondRead: median(read.map(({ events, ms }) => (events / ms) * 1000)),
      eventsPerSecondAtEnd: median(
        plain.map(({ lastEvents, lastMs }) => (lastEvents / lastMs) * 1000),
      ),
      bytesPerCall: median(plain.map(({ bytes }) => bytes / calls)),
    }
    onRate(rate)
    return rate
  })
}

interface PlayedDay {
  readonly events: number
  readonly ms: number
  /** The last tenth of the calls. */
  readonly lastEvents: number
  readonly lastMs: number
  readonly bytes: number
}

/** One day through one centre, event by event; what makes the events is not measured. */
function playDay(calls: number, isRead: boolean): PlayedDay {
  const before = heapMegabytes()
  const centre = createCentre(daySettings, dayStart)
  centre.apply({ type: 'snapshot', at: dayStart, sessions: [] })
  const played = { events: 0, ms: 0, lastEvents: 0, lastMs: 0 }
  let begun = 0
  let last = dayStart
  for (const piece of piecesOf(calls)) {
    const ms = playPiece(centre, piece, isRead)
    played.events += piece.length
    played.ms += ms
    if (begun >= calls * 0.9 || calls <= 1_000) {
      played.lastEvents += piece.length
      played.lastMs += ms
    }
    begun += callsIn(piece)
    last = piece[piece.length - 1]!.at
  }
  centre.advance(last + restMs)
  const bytes = (heapMegabytes() - before) * 2 ** 20
  // Whoever holds nothing any more of a centre leaves it to the collector before it is measured.
  if (centre.figures('all').offered === 0) throw new Error('The day had no calls.')
  return { ...played, bytes }
}

/** Processor time of the process, ms. */
function playPiece(centre: Centre, piece: readonly SessionEvent[], isRead: boolean): number {
  const begun = process.cpuUsage()
  let untilRead = eventsPerRead
  for (const event of piece) {
    centre.apply(event)
    if (isRead && --untilRead === 0) {
      untilRead = eventsPerRead
      readTeam(centre)
    }
  }
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

/** What a wall of one team asks for when it publishes. */
function readTeam(centre: Centre): void {
  for (const team of centre.teams()) {
    for (const agent of team.agents) centre.agent(agent)
    for (const queue of team.queues) centre.figures(queueScope(queue))
    centre.figures(teamScope(team.id))
    centre.volume(teamScope(team.id), 30)
    centre.waiting(teamScope(team.id))
  }
}

/** The events of a day of `calls`, some thousands at a time. */
function* piecesOf(calls: number): Generator<readonly SessionEvent[], void> {
  let piece: SessionEvent[] = []
  let begun = 0
  for (const told of dayEvents()) {
    piece.push(...told)
    begun += callsIn(told)
    if (piece.length < eventsPerPiece && begun < calls) continue
    yield piece
    piece = []
    if (begun >= calls) return
  }
}
