import type { SessionState } from '../../domain/sessionState.ts'
import type { Dialect } from '../dialect.ts'
import type { Exchange, PbxSession } from '../types.ts'
import { writtenDuration } from '../writtenDuration.ts'
import type { Answer } from './answer.ts'
import { success } from './answer.ts'
import type { LocalTime } from './localTime.ts'
import type { Xml } from './xml.ts'
import { element } from './xml.ts'

/** The HTTP API's own, shorter list of call states. */
export type HttpCallState =
  'Ringing' | 'InCall' | 'Hold' | 'Error' | 'Cancelled' | 'Transferred' | 'Busy' | 'Completed'

const callStates: Readonly<Record<SessionState, HttpCallState>> = {
  Created: 'Ringing',
  Setup: 'Ringing',
  TransferSetup: 'Ringing',
  Ringing: 'Ringing',
  InCall: 'InCall',
  CalleeOnHold: 'Hold',
  CallerOnHold: 'Hold',
  OnHold: 'Hold',
  OnHoldInactive: 'Hold',
  TransferRequested: 'InCall',
  Transferring: 'Transferred',
  TransferCompleted: 'Transferred',
  TransferFailed: 'InCall',
  CallerHungUp: 'Completed',
  CalleeHungUp: 'Completed',
  Redirected: 'Transferred',
  NotFound: 'Error',
  Busy: 'Busy',
  Cancelled: 'Cancelled',
  NotAnswered: 'Busy',
  Error: 'Error',
  Aborted: 'Error',
  Ended: 'Completed',
}

/** The calls alive now, oldest first: each a `CallInfo` for XE, a `Call` for Ozeki 10. */
export function listActiveCalls(
  exchange: Exchange,
  time: LocalTime,
  form: Dialect['httpApi'],
): Answer {
  const now = exchange.clock.now()
  const write = form === 'xe' ? xeCall : ozeki10Call
  const calls = exchange.active().map((session) => write(session, durationsOf(session, now), time))
  return success([element('ActiveCalls', calls)])
}

interface Durations {
  readonly ringMs: number
  readonly talkMs: number
}

function durationsOf(session: PbxSession, now: number): Durations {
  const { answeredAt, startedAt } = session
  const end = session.endedAt ?? now
  const talkMs = answeredAt === undefined ? 0 : end - answeredAt
  return { ringMs: (answeredAt ?? end) - startedAt, talkMs }
}

function xeCall(session: PbxSession, { ringMs, talkMs }: Durations, time: LocalTime): Xml {
  return element('CallInfo', [
    element('CallState', callStates[session.sessionState]),
    element('CallId', session.sessionId),
    element('Source', session.source),
    element('CallerId', session.callerDisplayName || session.caller),
    element('Destination', session.destination),
    element('StartTime', time.iso(session.startedAt)),
    element('RingDuration', writtenDuration(ringMs, 'seconds')),
    element('TalkDuration', writtenDuration(talkMs, 'seconds')),
  ])
}

/** Here `CallerId` is a number, and what either side dialled is told; what it means for the callee is not said. */
function ozeki10Call(session: PbxSession, { ringMs, talkMs }: Durations, time: LocalTime): Xml {
  return element('Call', [
    element('CallId', session.sessionId),
    element('Source', session.source),
    element('CallerId', session.caller),
    element('Destination', session.destination),
    element('CallerDialed', session.dialedNumber),
    element('CalleeDialed', session.callee),
    element('StartTime', time.stamp(session.startedAt)),
    element('RingDuration', writtenDuration(ringMs, 'decimalSeconds')),
    element('TalkDuration', writtenDuration(talkMs, 'decimalSeconds')),
    element('CallState', callStates[session.sessionState]),
  ])
}
