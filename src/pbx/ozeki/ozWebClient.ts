/**
 * The public surface of the PBX's script as its pages document it, so that there is one place to look names up.
 * Nothing here is relied upon: whatever is read is treated as unknown, since the pages contradict each other.
 */

/** Values documented for a connection: `ACCESS_GRANTED`, `ACCESS_DENIED`, `CONNECTION_FAILED`, `CONNECTION_CLOSED`. */
export type OzConnectionState =
  'ACCESS_GRANTED' | 'ACCESS_DENIED' | 'CONNECTION_FAILED' | 'CONNECTION_CLOSED'

/** What a connection callback gets; some pages hand it the plain state instead. */
export interface OzConnectionInfo {
  readonly State: OzConnectionState
}

/** Told to the other web clients of the PBX; `Password` logs a Webphone extension in. */
export interface OzClientProperties {
  readonly Nickname?: string
  readonly Avatar?: string
  readonly Password?: string
  readonly [name: string]: unknown
}

/** Another web client that went on or off line, with the properties it connected with. */
export interface OzClientInfo {
  readonly phoneNumber: string
  readonly status: 'ONLINE' | 'OFFLINE'
  readonly [property: string]: unknown
}

/** A session as the script shows it; methods marked with * need a privilege and are never called here. */
export interface OzSession {
  readonly sessionId: string
  readonly masterSessionId: string
  /** One of several vocabularies: see `vocabulary.ts`. */
  readonly sessionState: string
  /** Text without a documented format, as are the two durations. */
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
  /** Used by samples, absent from the table of properties. */
  readonly direction?: string
  onSessionStateChanged(callback: (session: OzSession, sessionState: string) => void): void
  /** * */
  blindTransfer(transferor: string, phoneNumber: string): void
  /** * Ends the session without a goodbye to the parties. */
  close(): void
  /** * */
  closeWithHangup(): void
  /** * */
  forward(phoneNumber: string): void
  /** * */
  hangup(): void
  /** * Both parties. */
  hold(): void
  /** * */
  unhold(): void
  /** * */
  sendDtmf(key: string, phoneNumber: string): void
  /** * Silent monitoring. */
  startListen(): void
  /** * */
  stopListen(): void
}

/** An extension or outside line; its properties are not documented. */
export type OzExtension = Readonly<Record<string, unknown>>

/** A person of the PBX; `devices` holds extension ids. */
export interface OzUser {
  readonly fullName?: string
  readonly emailAddress?: string
  readonly devices?: readonly string[]
  readonly [property: string]: unknown
}

/** Synchronous reads of what the script already holds. Usable only after access was granted. */
export interface OzHelper {
  getExtensionById(id: string): OzExtension | null
  getExtensions(): unknown
  getExtensionsByType(extensionType: string): unknown
  getOutsideLineById(id: string): OzExtension | null
  getOutsideLines(): unknown
  getOutsideLinesByType(outsideLineType: string): unknown
  getActiveCallsOfExtension(extensionId: string): unknown
  getActiveCallsOfUser(userId: string): unknown
  getActiveSessionById(sessionId: string): OzSession | null
  /** A map object from id to session, for one state. */
  getActiveSessionsBySessionState(sessionState: string): unknown
  getCallHistoryOfExtension(extensionId: string, properties?: unknown): unknown
  /** Throws or answers null without the privilege. */
  getUserByExtension(extensionId: string): OzUser | null
  getUserById(userId: string): OzUser | null
}

/** The singleton that the script defines. Every `onX` registers one callback; none can be taken back. */
export interface OzWebClient {
  readonly helper: OzHelper
  /** `token` is a security token or the id of a Webphone extension. The outcome arrives as an event. */
  connect(serverAddress: string, token: string, properties?: OzClientProperties): void
  disconnect(): void
  checkWebPhoneState(): unknown
  /** * Makes a call. */
  createCall(phoneNumber: string): unknown
  getCallHistory(...parameters: unknown[]): void
  onConnectionStateChanged(callback: (info: OzConnectionInfo | OzConnectionState) => void): void
  /** The same, as a navigation label of the vendor's pages names it. */
  onConStateChanged?(callback: (info: OzConnectionInfo | OzConnectionState) => void): void
  onSessionCreated(callback: (session: OzSession) => void): void
  onSessionClosed(callback: (session: OzSession) => void): void
  onClientStateChanged(callback: (client: OzClientInfo) => void): void
  onUserInfoReceived(callback: (user: OzUser) => void): void
  onCallHistoryInfoReceived(callback: (history: unknown) => void): void
  /** The vendor's spelling. */
  onErrorOccured(callback: (error: unknown) => void): void
  onIncomingCall(callback: (call: unknown) => void): void
}
