import fc from 'fast-check'
import type { IntervalMinutes } from '../../src/domain/figures.ts'
import type { ConnectionEvent, SessionEvent } from '../../src/domain/sessionEvent.ts'
import type { AgentSettings, CentreSettings, TeamSettings } from '../../src/domain/settings.ts'
import { midnight, seat, settings as usual } from './centre.ts'
import { story } from './randomDay/arbitraries.ts'
import { createPen } from './randomDay/pen.ts'
import type { Closing } from './randomDay/pen.ts'
import { describeDay } from './randomDay/describe.ts'
import { playStory } from './randomDay/play.ts'

/** A day of a call centre as a PBX would tell it. */
export interface Day {
  readonly settings: CentreSettings
  /** In the order of their times, a snapshot of nothing first. */
  readonly events: readonly ConnectionEvent[]
  /** How long the intervals are in which its figures are compared. */
  readonly minutes: IntervalMinutes
}

const cleo: AgentSettings = { id: '1003', name: 'Cleo', extensions: ['1003', '6003'] }
const kim = seat('1011', 'Kim')

const support: TeamSettings = {
  id: 'support',
  name: 'Support',
  queues: ['5000'],
  agents: [seat('1001', 'Ana'), seat('1002', 'Ben'), cleo],
}
const sales: TeamSettings = {
  id: 'sales',
  name: 'Sales',
  queues: ['5001', '5002'],
  agents: [seat('1010', 'Dev'), kim],
}
const desk: TeamSettings = {
  id: 'desk',
  name: 'Front desk',
  queues: [],
  agents: [seat('1020', 'Eva'), seat('1021', 'Finn')],
}
const back: TeamSettings = { id: 'back', name: 'Back', queues: [], agents: [seat('1030', 'Gil')] }

/** Teams that share nobody and nothing; and teams that share agents, and a queue. */
const apart: readonly TeamSettings[] = [support, sales, desk, back]
const mixed: readonly TeamSettings[] = [
  { ...support, queues: ['5000', '5001'], agents: [...support.agents, kim] },
  sales,
  { ...desk, agents: [...desk.agents, cleo] },
  { ...back, agents: [...back.agents, ...desk.agents.slice(1)] },
]

export const settings: fc.Arbitrary<CentreSettings> = fc
  .record({
    teams: fc.constantFrom(apart, mixed),
    dayStartsAtMinutes: fc.constantFrom(0, 6 * 60),
    wrapUpMs: fc.constantFrom(0, 30_000),
    answerWithinMs: fc.constantFrom(0, 5_000, 20_000, 60_000),
    shortAbandonMs: fc.constantFrom(0, 5_000, 20_000),
    formula: fc.constantFrom('offered', 'answered', 'positive'),
    notSeen: fc.boolean(),
  })
  .map(({ answerWithinMs, shortAbandonMs, formula, notSeen, ...rest }) => ({
    ...usual(),
    ...rest,
    serviceLevel: { answerWithinMs, shortAbandonMs, formula },
    presence: { ...usual().presence, notSeen },
  }))

/** Seconds after the start of a day at which its calls begin: soon, or so that some go on into the next day. */
const firstSecond = fc.constantFrom(10 * 60, 24 * 3600 - 15 * 60)

const begun = fc.record({
  after: fc.oneof(fc.nat(60), fc.nat(1_500)),
  closing: fc.constantFrom<Closing>('both', 'both', 'stateOnly', 'closeOnly'),
  story,
})

/** Calls of all kinds that run beside each other, each customer with a number of his own. */
export function randomDay(options: {
  readonly hasMasters: boolean
  readonly maxCalls: number
}): fc.Arbitrary<Day> {
  const { hasMasters, maxCalls } = options
  return fc
    .record({
      settings,
      firstSecond,
      minutes: fc.constantFrom<IntervalMinutes>(15, 30, 60),
      calls: fc.array(begun, { minLength: 1, maxLength: maxCalls }),
    })
    .map(({ settings, firstSecond, minutes, calls }) => {
      const start = midnight + (settings.dayStartsAtMinutes * 60 + firstSecond) * 1000
      const told = calls.flatMap(({ after, closing, story }, index): readonly SessionEvent[] => {
        const pen = createPen(String.fromCharCode(97 + index), start + after * 1000, {
          closing,
          hasMasters,
        })
        playStory(pen, story, `+36155501${10 + index}`)
        return pen.events
      })
      const sorted = told.sort((one, other) => one.at - other.at)
      const events = [{ type: 'snapshot' as const, at: start, sessions: [] }, ...sorted]
      return {
        settings,
        events,
        minutes,
        [fc.toStringMethod]: () => describeDay(settings, events, midnight),
      }
    })
}
