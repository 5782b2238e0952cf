import type { SessionState } from '../../domain/sessionState.ts'
import type { Exchange, PbxSession } from '../types.ts'
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

/** The calls alive now, oldest first. */
export function listActiveCalls(exchange: Exchange, time: LocalTime): Answer {
  const now = exchange.clock.now()
  const calls = exchange.active().map((session) => callInfo(session, now, time))
  return success([element('ActiveCalls', calls)])
}

function callInfo(session: PbxSession, now: number, time: LocalTime): Xml {
  const { answeredAt, startedAt } = session
  const end = session.endedAt ?? now
  const talked = answeredAt === undefined ? 0 : end - answeredAt
  return element('CallInfo', [
    element('CallState', callStates[session.sessionState]),
    element('CallId', session.sessionId),
    element('Source', session.source),
    element('CallerId', session.callerDisplayName || session.caller),
    element('Destination', session.destination),
    element('StartTime', time.iso(startedAt)),
    element('RingDuration', wholeSeconds((answeredAt ?? end) - startedAt)),
    element('TalkDuration', wholeSeconds(talked)),
  ])
}

function wholeSeconds(milliseconds: number): number {
  return Math.max(0, Math.floor(milliseconds / 1000))
}
