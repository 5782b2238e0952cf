import fc from 'fast-check'
import type { SessionState } from '../../../src/domain/sessionState.ts'
import { agents, codes, queues } from './people.ts'
import type { Ending, Ring, Story, Talk, Wait, WaitOutcome } from './story.ts'

/** A number outside that a queue calls: one for each call, since the recount takes a number for one caller's. */
const mobile = fc.integer({ min: 100_000, max: 999_999 }).map((digits) => `+36205${digits}`)

const seconds = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, 2, 3, 5, 10, 20, 30))
const agent = fc.constantFrom(...agents)
const stateOf = (...states: SessionState[]): fc.Arbitrary<SessionState> =>
  fc.constantFrom(...states)

const over: fc.Arbitrary<Ending> = fc.record({
  type: fc.constant('over' as const),
  state: stateOf('CallerHungUp', 'CalleeHungUp', 'CallerHungUp', 'Ended', 'Error'),
})
const open = fc.constant({ type: 'open' as const })

/** How deep a call may be transferred on: `depth` transfers at most. */
function talk(depth: number): fc.Arbitrary<Talk> {
  return fc.record({
    stints: fc.array(fc.record({ talk: seconds, hold: fc.oneof(fc.constant(0), seconds) }), {
      minLength: 1,
      maxLength: 2,
    }),
    heldAs: stateOf('CallerOnHold', 'CalleeOnHold', 'OnHold', 'OnHoldInactive'),
    ending: ending(depth),
  })
}

const shortTalk: fc.Arbitrary<Talk> = fc.record({
  stints: fc.tuple(fc.record({ talk: seconds, hold: fc.constant(0) })),
  heldAs: stateOf('OnHold'),
  ending: over,
})

function ending(depth: number): fc.Arbitrary<Ending> {
  if (depth === 0) return over
  return fc.oneof(
    { weight: 6, arbitrary: over },
    { weight: 1, arbitrary: open },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('blind' as const),
        target: agent,
        ring: ring(depth - 1),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('toQueue' as const), wait: wait(depth - 1) }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('toService' as const), seconds }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('attended' as const),
        target: agent,
        result: fc.constantFrom('taken', 'taken', 'declined', 'NotAnswered', 'Busy'),
        ringSeconds: seconds,
        talkSeconds: seconds,
        talk: talk(depth - 1),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('moved' as const),
        target: agent,
        talk: shortTalk,
      }),
    },
  )
}

function ring(depth: number): fc.Arbitrary<Ring> {
  const answered = fc.record({ type: fc.constant('answered' as const), talk: talk(depth) })
  const unanswered = fc.oneof(
    fc.record({
      type: fc.constant('over' as const),
      state: stateOf('NotAnswered', 'Busy', 'Cancelled', 'CallerHungUp', 'Ended', 'Error'),
    }),
    fc.record({
      type: fc.constant('unrung' as const),
      state: stateOf('Busy', 'NotFound', 'Cancelled'),
    }),
    open,
  )
  const forwarded =
    depth === 0
      ? unanswered
      : fc.record({
          type: fc.constant('forwarded' as const),
          target: agent,
          ring: fc.constant(undefined).chain(() => ring(depth - 1)),
        })
  return fc.record({
    setupSeconds: fc.nat(2),
    ringSeconds: seconds,
    result: fc.oneof(
      { weight: 4, arbitrary: answered },
      { weight: 3, arbitrary: unanswered },
      { weight: 1, arbitrary: forwarded },
    ),
  })
}

function wait(depth: number): fc.Arbitrary<Wait> {
  const outcomes: fc.WeightedArbitrary<WaitOutcome>[] = [
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('answered' as const),
        agent,
        ringSeconds: seconds,
        isEarly: fc.boolean(),
        talk: talk(depth),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('answered' as const),
        agent: mobile,
        ringSeconds: seconds,
        isEarly: fc.boolean(),
        talk: shortTalk,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('gaveUp' as const),
        state: stateOf('CallerHungUp', 'CallerHungUp', 'Cancelled', 'Ended'),
        ringing: fc.option(agent, { nil: undefined }),
        ringSeconds: seconds,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('thrownOut' as const),
        state: stateOf('CalleeHungUp', 'NotAnswered', 'Busy', 'NotFound', 'Error', 'Redirected'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('toService' as const), seconds }) },
    { weight: 1, arbitrary: open },
  ]
  if (depth > 0) {
    outcomes.push({
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('overflow' as const),
        shape: fc.constantFrom('Redirected', 'CalleeHungUp', 'TransferCompleted'),
        wait: wait(depth - 1),
      }),
    })
  }
  return fc.record({
    queue: fc.constantFrom(...queues),
    offers: fc.array(
      fc.record({
        after: seconds,
        agent,
        ringSeconds: seconds,
        state: stateOf('NotAnswered', 'NotAnswered', 'Busy', 'Cancelled', 'Error'),
      }),
      { maxLength: 2 },
    ),
    after: seconds,
    outcome: fc.oneof(...outcomes),
  })
}

/** Calls of every kind, the queued ones most often. */
export const story: fc.Arbitrary<Story> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('queued' as const),
      menuSeconds: fc.option(seconds, { nil: undefined, freq: 1 }),
      wait: wait(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('agentQueued' as const), agent, wait: wait(1) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('direct' as const),
      extension: agent,
      ring: ring(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('group' as const),
      shape: fc.constantFrom('parallel', 'rolling'),
      extensions: fc.uniqueArray(agent, { minLength: 2, maxLength: 3 }),
      ringSeconds: seconds,
      result: fc.oneof(
        fc.record({ type: fc.constant('answered' as const), by: fc.nat(2), talk: talk(1) }),
        fc.record({
          type: fc.constant('over' as const),
          state: stateOf('NotAnswered', 'Cancelled', 'CallerHungUp', 'Ended'),
        }),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('internal' as const),
      from: agent,
      to: agent,
      ring: ring(1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('outbound' as const),
      extension: agent,
      ring: ring(1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('presence' as const),
      extension: agent,
      code: fc.constantFrom(...codes),
    }),
  },
)
