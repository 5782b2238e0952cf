import { phaseOf } from '../domain/sessionState.ts'
import type { ModifyMessage, ModifyMethod } from './gatewayProtocol.ts'
import type { Exchange, PbxSession } from './types.ts'

type Carry = (exchange: Exchange, session: PbxSession, message: ModifyMessage) => string | undefined

// There is no sound in here, so nothing changes.
const onlySound: Carry = () => undefined

const methods: Readonly<Record<ModifyMethod, Carry>> = {
  accept: answer,
  blindTransfer,
  close: (exchange, session) => moved(exchange, session, 'Aborted'),
  closeWithHangup: hangUp,
  forward,
  hangup: hangUp,
  hold: (exchange, session) => moved(exchange, session, 'OnHold'),
  reject: (exchange, session) => moved(exchange, session, 'Busy'),
  sendDtmf: onlySound,
  startListen: onlySound,
  stopListen: onlySound,
  unhold,
}

/** Carries out a method that changes a session; the reason when it cannot be done. */
export function modifySession(exchange: Exchange, message: ModifyMessage): string | undefined {
  const session = exchange.find(message.sessionId)
  if (session === undefined) return `Call not found with ID '${message.sessionId}'`
  return methods[message.method](exchange, session, message)
}

function blindTransfer(
  exchange: Exchange,
  session: PbxSession,
  { phoneNumber = '', transferor = '' }: ModifyMessage,
): string | undefined {
  const transferred = exchange.blindTransfer(session.sessionId, transferor, phoneNumber)
  return transferred === undefined ? notNow(session) : undefined
}

function unhold(exchange: Exchange, session: PbxSession): string | undefined {
  return phaseOf(session.sessionState) === 'hold'
    ? moved(exchange, session, 'InCall')
    : notNow(session)
}

function answer(exchange: Exchange, session: PbxSession): string | undefined {
  return phaseOf(session.sessionState) === 'setup'
    ? moved(exchange, session, 'InCall')
    : notNow(session)
}

// Before the answer it is the caller who gives up; afterwards either side may, and the caller is taken.
function hangUp(exchange: Exchange, session: PbxSession): string | undefined {
  const isAnswered = phaseOf(session.sessionState) !== 'setup'
  return moved(exchange, session, isAnswered ? 'CallerHungUp' : 'Cancelled')
}

function forward(
  exchange: Exchange,
  session: PbxSession,
  { phoneNumber = '' }: ModifyMessage,
): string | undefined {
  if (phoneNumber === '') return 'A forward needs a phone number.'
  const problem = moved(exchange, session, 'Redirected')
  if (problem !== undefined) return problem
  exchange.open({
    caller: session.caller,
    callerDisplayName: session.callerDisplayName,
    callee: phoneNumber,
    dialedNumber: session.dialedNumber,
    masterSessionId: session.masterSessionId,
  })
  return undefined
}

function moved(
  exchange: Exchange,
  session: PbxSession,
  state: PbxSession['sessionState'],
): string | undefined {
  exchange.move(session.sessionId, state)
  // A session that is over has left the list of those alive.
  const isUnchanged = exchange.find(session.sessionId) === session
  return isUnchanged ? notNow(session) : undefined
}

function notNow(session: PbxSession): string {
  return `Session ${session.sessionId} is ${session.sessionState} and does not allow it.`
}
