/**
 * The wire between the media gateway and the browser script. It is the emulator's own, since the PBX's is not
 * public: JSON texts over a WebSocket, each an object with a `type`.
 *
 *     client                                         gateway
 *     hello   token, properties                 ->
 *                                               <-   granted  own number, directory, sessions alive
 *                                               <-   denied   and the gateway closes
 *                                               <-   session  one was created, changed or closed
 *                                               <-   client   another web client is there, came or went
 *     modify  a method of a session             ->
 *     call    a call of the client's own        ->   called   the session that the call has become
 *     history filters                           ->   history  rows
 *                                               <-   error    why a request was refused
 *                                               <-   nonsense what a broken script would hand to its page
 *     pong    id                                <-   ping     id: everything sent before it has been dealt with
 *
 * The order of messages is the order of events. Whatever is not understood is ignored by either end.
 */
export type ServerMessage =
  | GrantedMessage
  | { readonly type: 'denied' }
  | {
      readonly type: 'session'
      readonly event: 'created' | 'changed' | 'closed'
      readonly session: WireSession
    }
  | { readonly type: 'client'; readonly info: Readonly<Record<string, unknown>> }
  | { readonly type: 'called'; readonly callId: number; readonly sessionId: string }
  | { readonly type: 'history'; readonly rows: readonly Readonly<Record<string, string>>[] }
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'ping'; readonly id: number }
  | NonsenseMessage

/** Something in the place of a session, for the callback that tells of sessions created, changed or closed. */
export interface NonsenseMessage {
  readonly type: 'nonsense'
  readonly to: 'created' | 'changed' | 'closed'
  readonly value: unknown
}

export interface GrantedMessage {
  readonly type: 'granted'
  readonly phoneNumber: string
  readonly extensions: readonly WireExtension[]
  readonly outsideLines: readonly WireExtension[]
  readonly users: readonly WireUser[]
  readonly sessions: readonly WireSession[]
}

/**
 * A session with all that scripts may see of it: texts only. The script gives its properties and states the names of
 * its dialect; times are written by the gateway, and durations stand still between two messages.
 */
export interface WireSession {
  readonly masterSessionId: string
  readonly sessionId: string
  readonly sessionState: string
  /** A moment of the site's local time. */
  readonly startTime: string
  readonly talkDuration: string
  readonly stateDuration: string
  readonly caller: string
  readonly callee: string
  readonly callerDisplayName: string
  readonly calleeDisplayName: string
  readonly callerCallLegId: string
  readonly calleeCallLegId: string
  readonly source: string
  readonly sourceType: string
  readonly destination: string
  readonly destinationType: string
  readonly dialedNumber: string
  readonly direction: string
}

/** An extension or an outside line. */
export interface WireExtension {
  readonly id: string
  readonly phoneNumber: string
  readonly name: string
  /** In the PBX's words: `SIP`, `Webphone`, `Queue`. */
  readonly type: string
  readonly extensionType: 'Extension' | 'OutsideLine'
}

export interface WireUser {
  readonly id: string
  readonly userName: string
  readonly fullName: string
  readonly phoneNumber: string
  readonly mobile: string
  readonly emailAddress: string
  /** Ids of the extensions that are his. */
  readonly devices: readonly string[]
}

/** The methods that change a session, or listen in on it. */
export type ModifyMethod =
  | 'accept'
  | 'blindTransfer'
  | 'close'
  | 'closeWithHangup'
  | 'forward'
  | 'hangup'
  | 'hold'
  | 'reject'
  | 'sendDtmf'
  | 'startListen'
  | 'stopListen'
  | 'unhold'

export interface ModifyMessage {
  readonly type: 'modify'
  readonly sessionId: string
  readonly method: ModifyMethod
  /** Only for a blind transfer. */
  readonly transferor?: string | undefined
  /** Only for a blind transfer and a forward. */
  readonly phoneNumber?: string | undefined
}

export type ClientMessage =
  | {
      readonly type: 'hello'
      readonly token: string
      readonly properties?: Readonly<Record<string, unknown>> | undefined
    }
  | ModifyMessage
  | { readonly type: 'call'; readonly callId: number; readonly number: string }
  | { readonly type: 'history'; readonly filters: Readonly<Record<string, string>> }
  | { readonly type: 'pong'; readonly id: number }
