import type { Clock } from '../domain/clock.ts'
import type { SessionState } from '../domain/sessionState.ts'

/** The emulated site's time. Everything that happens later is scheduled here, in epoch ms of that time. */
export interface EmulatorClock extends Clock {
  /** Seconds of site time per second of the machine. 0 for a clock that only moves when it is told to. */
  readonly speed: number
  /** Runs `action` once at `when`, or at once if that has passed; equal moments run in the order asked. Cancels. */
  at(when: number, action: () => void): () => void
  stop(): void
}

export type PartyType = 'Extension' | 'OutsideLine'
export type PbxDirection = 'Inbound' | 'Outbound' | 'Internal' | 'External'

/** A session as the emulated PBX holds it; the faces (script, HTTP) spell it their own way. */
export interface PbxSession {
  readonly sessionId: string
  readonly masterSessionId: string
  readonly sessionState: SessionState
  readonly direction: PbxDirection
  readonly caller: string
  readonly callee: string
  readonly callerDisplayName: string
  readonly calleeDisplayName: string
  /** The PBX's endpoint of the caller: an extension or an outside line. */
  readonly source: string
  readonly sourceType: PartyType
  readonly destination: string
  readonly destinationType: PartyType
  readonly dialedNumber: string
  readonly callerCallLegId: string
  readonly calleeCallLegId: string
  /** Epoch ms of site time. */
  readonly startedAt: number
  readonly stateSince: number
  readonly answeredAt: number | undefined
  readonly endedAt: number | undefined
}

export interface PbxExtension {
  readonly id: string
  readonly name: string
  /** As ListExtensions spells it. */
  readonly type: 'SIP' | 'Webphone' | 'Queue' | 'IVR' | 'OutsideLine'
  /** Whether its phone is registered; only Ozeki 10 tells. @default true */
  readonly isConnected?: boolean
}

export interface PbxEvent {
  readonly type: 'created' | 'changed' | 'closed'
  readonly session: PbxSession
}

/** A new session's facts; what is missing is made by the exchange. */
export interface NewSession {
  readonly caller: string
  readonly callee: string
  readonly dialedNumber?: string
  readonly masterSessionId?: string
  readonly callerDisplayName?: string
  readonly state?: SessionState
}

/**
 * The emulated exchange: holds the sessions, tells of their changes and keeps their history. Call stories and
 * the modifying methods of its faces drive it; it never moves by itself.
 */
export interface Exchange {
  readonly clock: EmulatorClock
  readonly extensions: readonly PbxExtension[]
  /** Sessions that have not been closed, oldest first. */
  active(): readonly PbxSession[]
  find(sessionId: string): PbxSession | undefined
  /** Closed sessions of the last two days, oldest first. */
  history(): readonly PbxSession[]
  open(session: NewSession): PbxSession
  /** Moves a session to `state`. A final state also closes it; a session that is over stays as it is. */
  move(sessionId: string, state: SessionState): void
  /** Gives a live session another callee (a ring group in one session). */
  redirect(sessionId: string, callee: string): void
  /** Blind transfer: S1 is requested, transferring, completed; the new session carries its master id. */
  blindTransfer(sessionId: string, transferor: string, target: string): PbxSession | undefined
  /** Tells of any state of a live session, legal or not, and never closes it: for scenarios of PBXs that do so. */
  force(sessionId: string, state: SessionState): void
  /** Closes a live session in the state in which it is, final or not. */
  drop(sessionId: string): void
  /** Told of every event in order; returns the end of the subscription. */
  subscribe(listener: (event: PbxEvent) => void): () => void
}

/** Who works in the emulated centre. */
export interface Roster {
  readonly agents: readonly { readonly extension: string; readonly name: string }[]
  readonly queues: readonly { readonly extension: string; readonly name: string }[]
  readonly services: readonly { readonly extension: string; readonly name: string }[]
  readonly outsideLines: readonly { readonly id: string; readonly name: string }[]
}

/** Makes calls on an exchange. Starts when called, stops by the function it returns. */
export type Traffic = (exchange: Exchange) => () => void
