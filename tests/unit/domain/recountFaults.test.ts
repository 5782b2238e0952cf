import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConnectionEvent, SessionFacts } from '../../../src/domain/sessionEvent.ts'
import { facts } from '../../support/centre.ts'
import { countsOf, differences, scopesOf } from '../../support/compareFigures.ts'
import { randomDay } from '../../support/randomDay.ts'
import type { Day } from '../../support/randomDay.ts'
import { recount } from '../../support/reference.ts'
import { readSessions } from '../../support/reference/sessions.ts'
import { dayStartOf, endOf, tell } from '../../support/tellDay.ts'

const day = randomDay({ hasMasters: true, maxCalls: 6 })
const hourMs = 3_600_000

/** Where a fault happens: after so many events, counted round. */
const places = fc.array(fc.nat(), { minLength: 1, maxLength: 5 })
const placeIn = ({ events }: Day, place: number): number => 1 + (place % (events.length - 1))

/** The figures after `told` against those of the whole day, recounted. */
function disagreements(whole: Day, told: readonly ConnectionEvent[]): readonly string[] {
  const now = endOf(whole) + hourMs
  const { settings, events, minutes } = whole
  const reference = recount(settings, events, now)
  const first = dayStartOf(settings, events[1]!.at)
  return differences(settings, tell(settings, told, now), reference, first, minutes)
}

/** The sessions alive after the first `count` events, as they were told last. */
function aliveAfter({ events }: Day, count: number): readonly SessionFacts[] {
  const told = events.slice(0, count)
  const alive = readSessions(told).filter(({ end }) => end === undefined)
  return alive.map(({ id }) => {
    const words = told.flatMap((event) => ('session' in event ? [event.session] : []))
    return words.filter((session) => session.id === id).pop()!
  })
}

/** The counts of both days that the calls began in, after `told` and by the recount of the whole. */
function countsOfBoth(
  whole: Day,
  told: readonly ConnectionEvent[],
): readonly (readonly [name: string, told: number, whole: number])[] {
  const now = endOf(whole) + hourMs
  const { settings, events } = whole
  const [centre, reference] = [tell(settings, told, now), recount(settings, events, now)]
  const first = dayStartOf(settings, events[1]!.at)
  const found = countsOf(settings, centre, first)
  return [...countsOf(settings, reference, first)].map(
    ([name, count]) => [name, found.get(name) ?? NaN, count] as const,
  )
}

test('after k lost events no count of visits is wrong by more than k', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(day, places, (whole, lost) => {
      const gone = new Set(lost.map((place) => placeIn(whole, place)))
      const told = whole.events.filter((_, index) => !gone.has(index))
      const wrong = countsOfBoth(whole, told).filter(
        ([, count, truth]) => !(Math.abs(count - truth) <= gone.size),
      )
      expect(wrong).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('what is told twice changes no figure', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(day, (whole) => {
      const [snapshot, ...events] = whole.events
      const twice = [snapshot!, ...events.flatMap((event) => [event, event])]
      expect(disagreements(whole, twice)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test(
  'what is told up to two seconds later changes no count in the end',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(
        day,
        fc.array(fc.nat(2_000), { minLength: 200, maxLength: 200 }),
        (slow, lates) => {
          const whole = { ...slow, events: stretched(slow.events) }
          const wrong = countsOfBoth(whole, delayed(whole.events, lates)).filter(
            ([, count, truth]) => count !== truth,
          )
          expect(wrong).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  },
)

/** The same calls three times as slow, so that a delay does not change what came after what in a call. */
function stretched(events: readonly ConnectionEvent[]): readonly ConnectionEvent[] {
  const begin = events[0]!.at
  return events.map((event) => ({ ...event, at: begin + (event.at - begin) * 3 }))
}

/** Every event but the first of a call later by its time in `lates`, and never before another of its session. */
function delayed(
  events: readonly ConnectionEvent[],
  lates: readonly number[],
): readonly ConnectionEvent[] {
  const latest = new Map<string, number>()
  const told = events.map((event, index) => {
    if (!('session' in event)) return event
    const { id, masterId } = event.session
    // Phones that ring together are known by that, so the first word of a call is in time.
    const late = event.type === 'opened' && masterId === id ? 0 : lates[index % lates.length]!
    const at = Math.max(event.at + late, latest.get(id) ?? 0)
    latest.set(id, at)
    return { ...event, at }
  })
  return told.sort((one, other) => one.at - other.at)
}

test(
  'a snapshot of what is alive in the middle of a day changes no figure',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(day, fc.nat(), (whole, place) => {
        const count = placeIn(whole, place)
        const { at } = whole.events[count - 1]!
        const snapshot = { type: 'snapshot' as const, at, sessions: aliveAfter(whole, count) }
        const told = [...whole.events.slice(0, count), snapshot, ...whole.events.slice(count)]
        expect(disagreements(whole, told)).toEqual([])
      }),
      { numRuns: 60 },
    )
  },
)

test(
  'a connection that is lost and back without a word missed changes no count',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(day, fc.nat(), (whole, place) => {
        const count = placeIn(whole, place)
        const { at } = whole.events[count - 1]!
        const snapshot = { type: 'snapshot' as const, at, sessions: aliveAfter(whole, count) }
        const told = [
          ...whole.events.slice(0, count),
          { type: 'lost' as const, at },
          snapshot,
          ...whole.events.slice(count),
        ]
        const wrong = countsOfBoth(whole, told).filter(([, found, truth]) => found !== truth)
        expect(wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  },
)

test(
  'who connects in the middle of a day counts every later visit to a queue like the rest',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(day, fc.nat(), (whole, place) => {
        const { settings, events } = whole
        const count = placeIn(whole, place)
        const { at } = events[count - 1]!
        const now = endOf(whole) + hourMs
        const snapshot = { type: 'snapshot' as const, at, sessions: aliveAfter(whole, count) }
        const centre = tell(settings, [snapshot, ...events.slice(count)], now)
        const reference = recount(settings, events, now)
        for (const scope of scopesOf(settings).filter((one) => one.startsWith('queue:'))) {
          const counts = [centre, reference].map((reader) =>
            reader
              .intervals(scope, 15)
              .filter(({ start }) => start > at)
              .map(({ offered, answered, abandoned, shortAbandoned, flowedOut, lost }) =>
                [offered, answered, abandoned, shortAbandoned, flowedOut, lost].join(' '),
              ),
          )
          expect(counts[0]).toEqual(counts[1])
        }
      }),
      { numRuns: 60 },
    )
  },
)

const nonsense = fc.record({
  type: fc.constantFrom('changed' as const, 'closed' as const, 'opened' as const),
  isKnown: fc.boolean(),
  state: fc.constantFrom(undefined, undefined, 'Ended' as const, 'CallerHungUp' as const),
})

test(
  'a stranger’s words end no call, and what is told after them counts',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(
        day,
        fc.array(fc.tuple(fc.nat(), nonsense), { maxLength: 20 }),
        (whole, words) => {
          const told = whole.events.flatMap((event, index) => {
            const here = words.filter(([place]) => index > 0 && placeIn(whole, place) === index)
            return [event, ...here.map(([place, word]) => strange(event, place, word))]
          })
          expect(disagreements(whole, told)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  },
)

/** Of a session that is known, a word that nobody knows; of one that is not, that it is over, or exists. */
function strange(
  event: ConnectionEvent,
  place: number,
  { type, isKnown, state }: typeof nonsense extends fc.Arbitrary<infer Word> ? Word : never,
): ConnectionEvent {
  const { at } = event
  if (isKnown && 'session' in event) {
    const { id } = event.session
    return { type: 'changed', at, session: facts(id, { masterId: '', state: undefined }) }
  }
  const session = facts(`stranger${place}`, { masterId: '', state })
  return { type: state === undefined || type === 'opened' ? type : 'closed', at, session }
}
