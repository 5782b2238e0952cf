import fc from 'fast-check'
import { sessionStates } from '../../../src/domain/sessionState.ts'

/** 10:00 in Budapest. */
export const ten = Date.parse('2026-11-23T09:00:00Z')

const pick = <T>(...of: T[]): fc.Arbitrary<T> => fc.constantFrom(...of)
const usually = <T>(
  usual: fc.Arbitrary<T>,
  weight: number,
  ...others: unknown[]
): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: usual, weight },
    { arbitrary: fc.constantFrom<unknown[]>(...others), weight: 1 },
  )

const instant = usually(
  fc.integer({ min: -7_200, max: 7_200 }).map((seconds) => ten + seconds * 1_000),
  30,
  ...[
    0,
    -1,
    1e308,
    -1e308,
    8.64e15,
    8.64e15 + 1,
    5e-324,
    ten + 0.5,
    ten + 1e12,
    ten - 1e12,
    null,
    '0',
  ],
)
const dayMs = 86_400_000
const far = fc.oneof(
  { arbitrary: pick(ten, ten + 30_000, ten - 30_000), weight: 3 },
  { arbitrary: pick(ten + 3 * dayMs, ten - dayMs, ten - 3 * dayMs), weight: 1 },
  {
    arbitrary: pick(0, -1, 1e308, -1e308, 8.64e15, 8.64e15 + 1, 5e-324, ten + 1e12, ten - 1e12),
    weight: 1,
  },
)
const text = usually(
  pick('a', 'b', 'c', '5000', '1001', '1002', '12345678', ''),
  40,
  ...[
    'x'.repeat(200),
    'x'.repeat(201),
    '\ud800',
    '\0',
    '<script>alert(1)</script>',
    '__proto__',
    7,
    null,
  ],
)

const session = fc.record(
  {
    id: text,
    masterId: text,
    dialed: text,
    direction: pick('inbound', 'sideways'),
    startedAt: instant,
  },
  { requiredKeys: ['id', 'masterId', 'dialed'] },
)
const step = fc.record(
  {
    session: usually(fc.nat({ max: 1 }), 20, -1, 0.5, 1e9, '0'),
    at: instant,
    how: usually(pick('seen', 'found', 'lost'), 20, 'dreamt'),
    turn: usually(fc.nat({ max: 3 }), 20, 999, 1_000, -1),
    state: usually(fc.constantFrom(...sessionStates), 20, 'Dancing', null),
    caller: text,
    callee: text,
  },
  { requiredKeys: ['session', 'at', 'how'] },
)

/** As a wall tells them, while their times are numbers. */
function inOrderOfTime<T extends { at: unknown }>(steps: readonly T[]): readonly T[] {
  return [...steps].sort((one, other) => Number(one.at) - Number(other.at))
}

const wildRecord: fc.Arbitrary<unknown> = fc
  .record({
    startedAt: instant,
    isFromStart: fc.boolean(),
    isOver: fc.boolean(),
    sessions: fc.array(session, { minLength: 1, maxLength: 2 }),
    steps: fc.array(step, { minLength: 1, maxLength: 5 }).map(inOrderOfTime),
    outside: fc.array(text, { maxLength: 2 }),
    other: usually(fc.constant(undefined), 9, 'z'),
  })
  .map(({ other, ...record }) => ({ id: other ?? record.sessions[0]?.id, ...record }))

/** Right in its form; its times are those that JSON can write. */
const farRecord: fc.Arbitrary<unknown> = fc
  .record({
    id: pick('a', 'b', 'c'),
    times: fc.tuple(far, far, far),
    state: fc.constantFrom(...sessionStates),
    how: pick('seen', 'found', 'lost'),
    isOver: fc.boolean(),
  })
  .map(({ id, times: [startedAt, first, last], state, how, isOver }) => ({
    ...{ id, startedAt, isOver, isFromStart: true, outside: ['12345678'] },
    sessions: [{ id, masterId: '', dialed: '5000', startedAt }],
    steps: [
      { session: 0, at: first, how: 'seen', state: 'Ringing', caller: '12345678', callee: '5000' },
      { session: 0, at: last, how, state },
    ],
  }))

/** A call record as somebody may send it; one in two is right in its form. */
export const oddRecord: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: wildRecord, weight: 3 },
  { arbitrary: farRecord, weight: 1 },
)

const stretch = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.nat({ max: 3_600 }), fc.nat({ max: 3_600 }))
      .map(([from, length]) => [ten + from * 1_000, ten + (from + length) * 1_000]),
    weight: 9,
  },
  { arbitrary: fc.tuple(instant, instant), weight: 1 },
)

/** The body of `POST /api/calls`. */
export const oddReport: fc.Arbitrary<unknown> = fc.record({
  wall: usually(fc.constant('w1'), 20, '', 'x'.repeat(41), 7),
  calls: fc.array(oddRecord, { maxLength: 3 }),
  covered: fc.array(stretch, { maxLength: 2 }),
})

/** The body of `POST /api/report`. */
export const oddHeartbeat: fc.Arbitrary<unknown> = fc.record({
  wall: usually(pick('w1', 'w2'), 9, '', 'x'.repeat(41)),
  version: text,
  route: text,
  connection: usually(pick('granted', 'failed'), 9, 'dancing'),
  isLive: fc.boolean(),
  sessions: fc.array(text, { maxLength: 3 }),
  lastEventAgeMs: usually(pick(null, 5), 9, -1, 1e308),
  errors: fc.array(fc.record({ message: text, count: usually(fc.nat(), 9, 1e308, -1) }), {
    maxLength: 2,
  }),
  violations: fc.array(fc.record({ directive: text, blocked: text, count: fc.nat() }), {
    maxLength: 2,
  }),
})
