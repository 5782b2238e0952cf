import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCentre } from '../../../src/domain/centre.ts'
import type { Centre } from '../../../src/domain/centre.ts'
import type { ConnectionEvent } from '../../../src/domain/sessionEvent.ts'
import { sessionStates } from '../../../src/domain/sessionState.ts'
import { facts, midnight, settings } from '../../support/centre.ts'

const parties = [
  '+3615550100',
  '+3615550111',
  '',
  '1001',
  '1002',
  '1010',
  '1020',
  '5000',
  '5001',
  '900',
]
const ids = ['a', 'b', 'c', 'd', 'e']

const session = fc.record({
  id: fc.constantFrom(...ids),
  masterId: fc.constantFrom('', ...ids),
  state: fc.option(fc.constantFrom(...sessionStates), { nil: undefined }),
  caller: fc.constantFrom(...parties),
  callee: fc.constantFrom(...parties),
})
const step = fc.record({
  type: fc.constantFrom('opened' as const, 'changed' as const, 'closed' as const),
  afterMs: fc.constantFrom(0, 1, 500, 2_999, 3_000, 60_000, 700_000),
  session,
})
const scopes = ['queue:5000', 'queue:5001', 'team:support', 'team:desk', 'all']

function tell(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): {
  centre: Centre
  events: readonly ConnectionEvent[]
} {
  const centre = createCentre(settings(), midnight)
  centre.apply({ type: 'snapshot', at: midnight, sessions: [] })
  let at = midnight
  const events = steps.map(({ type, afterMs, session: { id, ...rest } }) => {
    at += afterMs
    return { type, at, session: facts(id, rest) }
  })
  for (const event of events) centre.apply(event)
  centre.advance(at + 3_600_000)
  return { centre, events }
}

/** What cannot be true of a scope's figures. */
function wrongIn(centre: Centre, scope: string): readonly string[] {
  const figures = centre.figures(scope)
  const wrong = Object.entries(figures).filter(([, value]) => value !== undefined && !(value >= 0))
  const { offered, answered, abandoned, shortAbandoned, flowedOut, lost } = figures
  const waiting = centre.waiting(scope).length
  const sum = answered + abandoned + shortAbandoned + flowedOut + lost + waiting
  const names = wrong.map(([name, value]) => `${scope} ${name} ${value}`)
  return sum === offered ? names : [...names, `${scope} outcomes ${sum} of ${offered}`]
}

test('whatever a PBX says, every visit has one outcome and no count is ever negative', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { centre } = tell(steps)
      expect(scopes.flatMap((scope) => wrongIn(centre, scope))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('what the chart draws is the same as the figures of its intervals', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { centre } = tell(steps)
      for (const scope of scopes) {
        const drawn = centre.volume(scope, 30)
        expect(centre.intervals(scope, 30)).toMatchObject(drawn)
      }
    }),
    { numRuns: 50 },
  )
})

test('telling every event twice changes nothing in the end', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const once = tell(steps).centre
      const twice = tell(steps.flatMap((one) => [one, { ...one, afterMs: 0 }])).centre
      for (const scope of scopes) expect(twice.figures(scope)).toEqual(once.figures(scope))
    }),
    { numRuns: 300 },
  )
})

test('sessions that are over leave nothing behind but the sums', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { centre, events } = tell(steps)
      const last = events[events.length - 1]
      const at = (last?.at ?? midnight) + 3_600_000
      centre.apply({ type: 'snapshot', at, sessions: [] })
      centre.advance(at + 3_600_000)
      expect([...centre.calls()]).toEqual([])
      for (const scope of scopes) expect(centre.waiting(scope)).toEqual([])
    }),
    { numRuns: 300 },
  )
})
