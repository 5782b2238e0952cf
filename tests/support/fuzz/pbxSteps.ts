import fc from 'fast-check'
import type { DriverStage } from './driverStage.ts'
import type { Answer, HostilePbx } from './hostilePbx.ts'
import { oddSession, sessionId, spoken, stateWord } from './oddSessions.ts'
import type { OddSession, Said } from './oddSessions.ts'
import { makeOdd, odd } from './oddValues.ts'

/** One thing that a PBX does, or a browser. */
export type PbxStep =
  | {
      readonly type: 'connection'
      readonly method: string
      readonly info: Said
      readonly as: 'plain' | 'State'
    }
  | { readonly type: 'opened' | 'listed'; readonly session: OddSession }
  | { readonly type: 'closed' | 'reopened'; readonly place: number }
  | { readonly type: 'told'; readonly method: string; readonly said: Said }
  | { readonly type: 'moved'; readonly place: number; readonly word: Said; readonly order: Order }
  | { readonly type: 'answer'; readonly method: string; readonly answer: Answer }
  | { readonly type: 'pass'; readonly ms: number }
  | { readonly type: 'retry' | 'reconnect' }

type Order = 'session, state' | 'state, session' | 'state' | 'session' | 'none'

const oddly = odd.map((name): Said => ({ odd: name }))
const say = (...words: string[]): fc.Arbitrary<Said> =>
  fc.constantFrom(...words).map((word) => ({ say: word }))
const place = fc.nat({ max: 6 })

const outcome = fc.oneof(
  { arbitrary: say('ACCESS_GRANTED', 'CONNECTION_CLOSED'), weight: 6 },
  { arbitrary: say('ACCESS_DENIED', 'CONNECTION_FAILED', 'access granted', 'no such'), weight: 2 },
  { arbitrary: oddly, weight: 1 },
)
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ type: fc.constant('odd' as const), said: oddly }),
  fc.record({
    type: fc.constant('sessions' as const),
    as: fc.constantFrom('map', 'array', 'Map', 'single'),
  }),
  fc.constantFrom({ type: 'throws' as const }, { type: 'closes' as const }),
)
const questions = [
  ...['getActiveSessionsBySessionState', 'getExtensions', 'getOutsideLines', 'getUserByExtension'],
  ...['connect', 'disconnect'],
]
const listeners = [
  'onSessionCreated',
  'onSessionClosed',
  'onClientStateChanged',
  'onUserInfoReceived',
  'onErrorOccured',
]

/** What a PBX may do, most often something to do with sessions. */
export const pbxStep: fc.Arbitrary<PbxStep> = fc.oneof(
  {
    arbitrary: fc.record({
      type: fc.constantFrom('opened' as const, 'listed' as const),
      session: oddSession,
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('moved' as const),
      place,
      word: stateWord,
      order: fc.constantFrom<Order[]>(
        'session, state',
        'state, session',
        'state',
        'session',
        'none',
      ),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({ type: fc.constantFrom('closed' as const, 'reopened' as const), place }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('connection' as const),
      method: fc.constantFrom('onConnectionStateChanged', 'onConStateChanged'),
      info: outcome,
      as: fc.constantFrom('plain', 'State'),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('told' as const),
      method: fc.constantFrom(...listeners),
      said: fc.oneof(oddly, sessionId),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      method: fc.constantFrom(...questions),
      answer,
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('pass' as const),
      ms: fc.constantFrom(1, 500, 3_000, 31_000, 700_000),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ type: fc.constantFrom('retry' as const, 'reconnect' as const) }),
    weight: 2,
  },
)

const lifeEvents = { closed: 'onSessionClosed', reopened: 'onSessionCreated' } as const

function tellConnection(
  { method, info, as }: Extract<PbxStep, { type: 'connection' }>,
  pbx: HostilePbx,
): void {
  const said = spoken(info)
  pbx.emit(method, as === 'plain' ? said : { State: said })
}

/** Does it. Whatever the driver throws at the script escapes from here. */
export async function take(step: PbxStep, stage: DriverStage): Promise<void> {
  const { pbx } = stage
  switch (step.type) {
    case 'connection':
      tellConnection(step, pbx)
      return
    case 'opened':
      pbx.emit('onSessionCreated', pbx.session(step.session))
      return
    case 'listed':
      pbx.session(step.session)
      return
    case 'closed':
    case 'reopened':
      pbx.emit(lifeEvents[step.type], pbx.sessions()[step.place])
      return
    case 'told':
      pbx.emit(step.method, spoken(step.said), makeOdd('throwing'))
      return
    case 'moved':
      pbx.move(step.place, inOrder(step.order, pbx.sessions()[step.place], spoken(step.word)))
      return
    case 'answer':
      pbx.answer(step.method, step.answer)
      return
    case 'pass':
      await stage.pass(step.ms)
      return
    case 'reconnect':
      pbx.emit('onConnectionStateChanged', 'CONNECTION_CLOSED')
      await stage.pass(1_000)
      pbx.emit('onConnectionStateChanged', 'ACCESS_GRANTED')
      return
    case 'retry':
      stage.retry()
      await stage.pass(0)
  }
}

function inOrder(order: Order, session: unknown, word: unknown): readonly unknown[] {
  const orders = {
    'session, state': [session, word],
    'state, session': [word, session],
    state: [word],
    session: [session],
    none: [],
  }
  return orders[order]
}
