import { isFinal } from '../../domain/sessionState.ts'
import type { WireSession } from '../gatewayProtocol.ts'
import { sessionStateOf } from './words.ts'

/** What is told of a session by a PBX that keeps final states to itself: the state of before in their place. */
export function withheldEnd(told: WireSession, before: WireSession | undefined): WireSession {
  const state = sessionStateOf(told.sessionState)
  if (state === undefined || !isFinal(state)) return told
  return { ...told, sessionState: before?.sessionState ?? 'Setup' }
}
