import type { DirectoryEntry, SessionEvent, SessionFacts } from '../domain/sessionEvent.ts'

/**
 * What a connection to the PBX is doing. `scriptMissing`: the PBX's script did not load, or loaded and did not
 * define what it promises.
 */
export type ConnectionState =
  'connecting' | 'granted' | 'denied' | 'failed' | 'closed' | 'scriptMissing'

/** What a wall shows to be let in: a token, or a Webphone extension with its password. Kept in memory only. */
export type Credentials =
  | { readonly type: 'token'; readonly token: string }
  | { readonly type: 'extension'; readonly extension: string; readonly password: string }

/** Another web client of the PBX, as far as it tells of itself; empty texts are not told. */
export interface WebClient {
  readonly id: string
  readonly isOnline: boolean
  readonly name: string
  /** `callwall` for a wall. */
  readonly kind: string
  /** The route that a wall shows. */
  readonly route: string
  readonly version: string
  /** Since when it is there by its own account, epoch ms. */
  readonly since: number | undefined
}

/** Ends a subscription. Calling it twice does nothing. */
export type Unsubscribe = () => void

/**
 * The port: all that the rest of the program knows of a PBX. A client never reconnects by itself; that policy lives
 * in `connection.ts`. It never changes a call.
 */
export interface PbxClient {
  /**
   * Starts a connection; the outcome arrives at the `onConnection` listeners. A connection that is still open is
   * given up first, and nothing of it is heard afterwards.
   */
  connect(credentials: Credentials): void
  /** Ends the connection without an event. A second call does nothing. */
  disconnect(): void
  /** Told of every change of the connection, `connecting` included. */
  onConnection(listener: (state: ConnectionState) => void): Unsubscribe
  /** Told of every session event of the present connection, in the order of receipt. */
  onSession(listener: (event: SessionEvent) => void): Unsubscribe
  /** Told of other web clients that come and go. */
  onClient(listener: (client: WebClient) => void): Unsubscribe
  /** The sessions alive now, as far as this connection knows. Empty unless granted. */
  snapshot(): readonly SessionFacts[]
  /** The extensions that the PBX lists. Empty unless granted, or where the PBX does not tell. */
  directory(): readonly DirectoryEntry[]
  /** How many words of the PBX nobody knew so far (states, directions, shapes), and the last few of them. */
  unknownWords(): { readonly count: number; readonly examples: readonly string[] }
}
