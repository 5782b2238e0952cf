import type { SessionState } from './sessionState.ts'

export type Direction = 'inbound' | 'outbound' | 'internal' | 'external'

/**
 * What a PBX says of one session at one moment, in one vocabulary. Party ids are normalised by `partyId`;
 * an empty string is a fact that the PBX did not tell.
 */
export interface SessionFacts {
  readonly id: string
  /** Empty when the PBX told none; its own id when the session was not made by a transfer. */
  readonly masterId: string
  /** `undefined` when the PBX used a word that nobody knows: the session then stays as it was. */
  readonly state: SessionState | undefined
  readonly caller: string
  readonly callee: string
  readonly callerName: string
  readonly calleeName: string
  /** What the caller dialled. */
  readonly dialed: string
  /** `undefined` when the PBX told none; it is then derived from the parties. */
  readonly direction: Direction | undefined
  /** Epoch ms on the PBX's clock, `undefined` when it told none that can be read. Used for snapshots only. */
  readonly startedAt: number | undefined
}

/** What happened to a session. `at` is the moment of receipt on the wall's clock, epoch ms. */
export interface SessionEvent {
  readonly type: 'opened' | 'changed' | 'closed'
  readonly at: number
  readonly session: SessionFacts
}

/** One extension as the PBX's directory knows it. */
export interface DirectoryEntry {
  readonly extension: string
  /** Empty when the directory has no name for it. */
  readonly name: string
  /** `false` when the PBX says that the extension is not registered, `undefined` when it says nothing. */
  readonly online: boolean | undefined
}

/** The sessions alive at `at`; given after every connect, before any other event of that connection. */
export interface SnapshotEvent {
  readonly type: 'snapshot'
  readonly at: number
  readonly sessions: readonly SessionFacts[]
}

/** The extensions of the PBX, as far as it tells. Replaces what was known before. */
export interface DirectoryEvent {
  readonly type: 'directory'
  readonly at: number
  readonly entries: readonly DirectoryEntry[]
}

/** The connection to the PBX was lost: from here on nothing is known until the next snapshot. */
export interface LostEvent {
  readonly type: 'lost'
  readonly at: number
}

/**
 * Found out at `at`: sessions that are taken to be alive are not any more, and nothing was told of their ends. They end
 * unseen, each at the last moment at which it is known to have lived.
 */
export interface GoneEvent {
  readonly type: 'gone'
  readonly at: number
  readonly sessions: readonly { readonly id: string; readonly lastSeenAt: number }[]
}

/** Found out at `at`: something that happened after `since`, epoch ms, was not told, though the connection was there. */
export interface MissedEvent {
  readonly type: 'missed'
  readonly at: number
  readonly since: number
}

/** All that a connection to the PBX tells. */
export type ConnectionEvent = SessionEvent | SnapshotEvent | DirectoryEvent | LostEvent

/** All that is told of the call centre. */
export type CentreEvent = ConnectionEvent | GoneEvent | MissedEvent
