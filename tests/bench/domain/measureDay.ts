import { createCentre } from '../../../src/domain/centre.ts'
import type { Centre } from '../../../src/domain/centre.ts'
import type { SessionEvent } from '../../../src/domain/sessionEvent.ts'
import { queueScope, teamScope } from '../../../src/domain/visit.ts'
import { heapMegabytes } from '../../soak/heap.ts'
import type { DayPiece } from './dayPiece.ts'
import { daySettings, measuredFrom } from './domainDay.ts'
import { startFloor, tellFloor } from './floorThread.ts'

/** What a day of calls costs the domain. */
export interface DayCost {
  readonly events: number
  /** Processor time of the process, all its threads taken together, ms. */
  readonly ms: number
  /** Of these the last tenth of the day's calls. */
  readonly lastEvents: number
  readonly lastMs: number
  /** What the centre holds after the day more than before. Calls of the last ten minutes are in both. */
  readonly bytes: number
}

const eventsPerRead = 100

/** For the thread that tells of the calls. */
export { tellFloor }

/**
 * A day of `calls` through a centre, event by event; what makes the events is not measured, nor are the three hours over
 * a midnight that come before. `isRead`: the figures of the team are read after every 100 events. To be called once in a
 * process, which then has one centre that has run for some time, as a wall has.
 */
export async function measureDay(calls: number, isRead: boolean): Promise<DayCost> {
  const floor = startFloor(import.meta.url)
  let piece = await floor.next()
  const centre = createCentre(daySettings, startOf(piece))
  centre.apply({ type: 'snapshot', at: startOf(piece), sessions: [] })
  for (; startOf(piece) < measuredFrom; piece = await floor.next()) {
    playPiece(centre, piece.events, isRead)
  }
  const before = heapMegabytes()
  const cost = { events: 0, ms: 0, lastEvents: 0, lastMs: 0 }
  for (let begun = 0; begun < calls; begun += piece.calls, piece = await floor.next()) {
    const { events } = piece
    const ms = playPiece(centre, events, isRead)
    cost.events += events.length
    cost.ms += ms
    if (begun < calls * 0.9) continue
    cost.lastEvents += events.length
    cost.lastMs += ms
  }
  const bytes = (heapMegabytes() - before) * 2 ** 20
  await floor.stop()
  // Whoever holds nothing any more of a centre leaves it to the collector before it is measured.
  if (centre.figures('all').offered < calls / 2) throw new Error('The day had too few calls.')
  return { ...cost, bytes }
}

function startOf({ events: [first] }: DayPiece): number {
  return first?.at ?? NaN
}

/** Processor time of the process, ms. */
function playPiece(centre: Centre, events: readonly SessionEvent[], isRead: boolean): number {
  const begun = process.cpuUsage()
  let untilRead = eventsPerRead
  for (const event of events) {
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
