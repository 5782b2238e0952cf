import { isFinal, phaseOf, type SessionState } from '../domain/sessionState.ts'
import { createNotifier } from './notifier.ts'
import { createParties } from './parties.ts'
import type { Random } from './random.ts'
import { createSessionHistory } from './sessionHistory.ts'
import { createSessionIds } from './sessionIds.ts'
import { canMove } from './transitions.ts'
import type {
  EmulatorClock,
  Exchange,
  NewSession,
  PbxEvent,
  PbxExtension,
  PbxSession,
} from './types.ts'

export interface ExchangeOptions {
  readonly clock: EmulatorClock
  readonly extensions: readonly PbxExtension[]
  /** Where session ids come from: the same sequence gives the same ids. */
  readonly random: Random
  /** @default whoever is not in `extensions`, feature codes like `*45` excepted */
  readonly isOutside?: (number: string) => boolean
}

/** An exchange without sessions. A move that the state machine does not know changes nothing. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { clock, extensions, random, isOutside } = options
  const live = new Map<string, PbxSession>()
  const closed = createSessionHistory()
  const describe = createParties(extensions, isOutside)
  const newId = createSessionIds(random, (id) => live.has(id) || closed.has(id))
  const notifier = createNotifier<PbxEvent>()

  function close(session: PbxSession): void {
    live.delete(session.sessionId)
    closed.add(session)
    notifier.tell({ type: 'closed', session })
  }

  function open(wanted: NewSession): PbxSession {
    const sessionId = newId()
    const masterSessionId = wanted.masterSessionId ?? sessionId
    const isTransferred = masterSessionId !== sessionId
    const state = wanted.state ?? (isTransferred ? 'TransferSetup' : 'Setup')
    const now = clock.now()
    const parties = describe(wanted.caller, wanted.callee, wanted.callerDisplayName ?? '')
    // Spelt out: a session made by spreading the parties costs many times as much.
    const session: PbxSession = {
      sessionId,
      masterSessionId,
      sessionState: state,
      direction: parties.direction,
      caller: parties.caller,
      callee: parties.callee,
      callerDisplayName: parties.callerDisplayName,
      calleeDisplayName: parties.calleeDisplayName,
      source: parties.source,
      sourceType: parties.sourceType,
      destination: parties.destination,
      destinationType: parties.destinationType,
      dialedNumber: wanted.dialedNumber ?? wanted.callee,
      callerCallLegId: `${sessionId}.1`,
      calleeCallLegId: `${sessionId}.2`,
      startedAt: now,
      stateSince: now,
      answeredAt: isAnswered(state) ? now : undefined,
      endedAt: isFinal(state) ? now : undefined,
    }
    live.set(sessionId, session)
    notifier.tell({ type: 'created', session })
    if (isFinal(state)) close(session)
    return session
  }

  function move(sessionId: string, state: SessionState): void {
    const before = live.get(sessionId)
    if (before === undefined || !canMove(before.sessionState, state)) return
    const session = change(before, state)
    if (isFinal(state)) close(session)
  }

  function force(sessionId: string, state: SessionState): void {
    const before = live.get(sessionId)
    if (before !== undefined) change(before, state)
  }

  function drop(sessionId: string): void {
    const before = live.get(sessionId)
    if (before !== undefined) close({ ...before, endedAt: clock.now() })
  }

  function change(before: PbxSession, state: SessionState): PbxSession {
    const now = clock.now()
    const session: PbxSession = {
      ...before,
      sessionState: state,
      stateSince: now,
      answeredAt: before.answeredAt ?? (isAnswered(state) ? now : undefined),
      endedAt: isFinal(state) ? now : undefined,
    }
    live.set(session.sessionId, session)
    notifier.tell({ type: 'changed', session })
    return session
  }

  function redirect(sessionId: string, callee: string): void {
    const before = live.get(sessionId)
    if (before === undefined || before.callee === callee) return
    const session = { ...before, ...describe(before.caller, callee, before.callerDisplayName) }
    live.set(sessionId, session)
    notifier.tell({ type: 'changed', session })
  }

  function blindTransfer(
    sessionId: string,
    transferor: string,
    target: string,
  ): PbxSession | undefined {
    const before = live.get(sessionId)
    if (before === undefined || target === '') return undefined
    if (transferor !== before.caller && transferor !== before.callee) return undefined
    if (!canMove(before.sessionState, 'TransferRequested')) return undefined
    const isByCallee = transferor === before.callee
    move(sessionId, 'TransferRequested')
    move(sessionId, 'Transferring')
    const transferred = open({
      caller: isByCallee ? before.caller : before.callee,
      callee: target,
      callerDisplayName: isByCallee ? before.callerDisplayName : before.calleeDisplayName,
      dialedNumber: target,
      masterSessionId: before.masterSessionId,
      state: 'TransferSetup',
    })
    move(sessionId, 'TransferCompleted')
    return transferred
  }

  return {
    clock,
    extensions,
    active: () => [...live.values()],
    find: (sessionId) => live.get(sessionId),
    history: () => closed.list(clock.now()),
    open,
    move,
    redirect,
    blindTransfer,
    force,
    drop,
    subscribe: notifier.subscribe,
  }
}

function isAnswered(state: SessionState): boolean {
  const phase = phaseOf(state)
  return phase === 'talk' || phase === 'hold'
}
