import type { Dialect } from '../dialect.ts'
import type { ClientMessage, GrantedMessage, ServerMessage } from '../gatewayProtocol.ts'
import type { Cache } from './cache.ts'
import { emptyCache, filledCache } from './cache.ts'
import type { Call } from './call.ts'
import { createCallback } from './callback.ts'
import type { OwnCalls } from './calls.ts'
import { createOwnCalls } from './calls.ts'
import type { Connection } from './connection.ts'
import { openConnection } from './connection.ts'
import type { Helper, Spelled } from './helper.ts'
import { createHelper } from './helper.ts'
import { historyFilters } from './historyFilters.ts'
import { nonsenseSession } from './nonsense.ts'
import type { HeldSession, Modify, Session } from './session.ts'
import { holdSession } from './session.ts'
import { spelledRecord } from './spelling.ts'
import { withheldEnd } from './withheldEnd.ts'
import type { ConnectionStateName } from './words.ts'

type Register<Given extends readonly unknown[]> = (listener: (...given: Given) => void) => void

/** What a connection callback gets: an object, or the word itself. */
export type ConnectionInfo = { readonly State: ConnectionStateName } | ConnectionStateName

/** The global `OzWebClient`. Every `onX` keeps one callback: the last one registered. */
export interface OzWebClient {
  /** The outcome comes to `onConnectionStateChanged`. A connection that is still open is given up unheard. */
  connect(serverAddress: string, token: string, properties?: Record<string, unknown>): void
  disconnect(): void
  createCall(number: string): Call
  /** The answer comes to `onCallHistoryInfoReceived`. */
  getCallHistory(properties?: object): void
  /** Whether there is a connection that was granted. */
  checkWebPhoneState(): boolean
  readonly helper: Helper
  /** There is one of the two: the dialect says which. */
  readonly onConnectionStateChanged?: Register<[ConnectionInfo]>
  readonly onConStateChanged?: Register<[ConnectionInfo]>
  readonly onSessionCreated: Register<[Session]>
  readonly onSessionClosed: Register<[Session]>
  readonly onClientStateChanged: Register<[Readonly<Record<string, unknown>>]>
  readonly onUserInfoReceived: Register<[Spelled]>
  readonly onCallHistoryInfoReceived: Register<[readonly object[]]>
  readonly onErrorOccured: Register<[string]>
  readonly onIncomingCall: Register<[Call]>
}

/** A client that is not connected. It will look for the gateway on `gatewayPort`, and speak `dialect` to its page. */
export function createOzWebClient(gatewayPort: number, dialect: Dialect): OzWebClient {
  const connectionStateChanged = createCallback<[ConnectionInfo]>()
  const sessionCreated = createCallback<[Session]>()
  const sessionClosed = createCallback<[Session]>()
  const clientStateChanged = createCallback<[Readonly<Record<string, unknown>>]>()
  const userInfoReceived = createCallback<[Spelled]>()
  const historyReceived = createCallback<[readonly object[]]>()
  const errorOccured = createCallback<[string]>()
  const incomingCall = createCallback<[Call]>()

  let connection: Connection | undefined
  let cache: Cache = emptyCache()
  let modify: Modify = modifyBy(undefined)
  let calls: OwnCalls = ownCalls(undefined)

  function sendBy(line: Connection | undefined, message: ClientMessage): void {
    if (line?.send(message) !== true) errorOccured.tell('There is no connection to the PBX.')
  }
  function modifyBy(line: Connection | undefined): Modify {
    return (request) => sendBy(line, { type: 'modify', ...request })
  }
  function ownCalls(line: Connection | undefined): OwnCalls {
    const dial = (callId: number, number: string): void =>
      sendBy(line, { type: 'call', callId, number })
    return createOwnCalls(() => cache.phoneNumber, modify, dial)
  }

  function tellConnection(word: ConnectionStateName): void {
    connectionStateChanged.tell(dialect.connectionInfo === 'object' ? { State: word } : word)
  }
  function granted(message: GrantedMessage): void {
    // Objects of an earlier connection keep their own line, and with it are dead.
    modify = modifyBy(connection)
    calls = ownCalls(connection)
    cache = filledCache(message, modify, dialect)
    tellConnection('ACCESS_GRANTED')
    for (const user of message.users) userInfoReceived.tell(spelledRecord({ ...user }, dialect))
    if (dialect.aliveSessions === 'found') return
    for (const { session } of Array.from(cache.sessions.values())) sessionCreated.tell(session)
  }
  function ended(how: ConnectionStateName): void {
    connection = undefined
    cache = emptyCache()
    tellConnection(how)
  }
  function sessionEvent({ event, session: told }: ServerMessage & { type: 'session' }): void {
    const known = cache.sessions.get(told.sessionId)
    const wire = dialect.finalStates === 'told' ? told : withheldEnd(told, known?.wire())
    const held = known ?? holdSession(wire, modify, dialect)
    held.update(wire)
    if (event === 'created') created(held)
    else if (event === 'closed') closed(held)
    else if (wire === told) changed(held)
  }
  function created(held: HeldSession): void {
    cache.sessions.set(held.wire().sessionId, held)
    sessionCreated.tell(held.session)
    if (held.wire().callee === cache.phoneNumber) incomingCall.tell(calls.incoming(held))
  }
  function changed(held: HeldSession): void {
    held.tellState()
    calls.changed(held.wire().sessionId)
  }
  function closed(held: HeldSession): void {
    cache.sessions.delete(held.wire().sessionId)
    calls.closed(held.wire().sessionId)
    if (dialect.closeEvents === 'on') sessionClosed.tell(held.session)
  }
  function receive(message: ServerMessage): void {
    switch (message.type) {
      case 'granted':
        granted(message)
        break
      case 'session':
        sessionEvent(message)
        break
      case 'client':
        clientStateChanged.tell(message.info)
        break
      case 'history':
        historyReceived.tell(message.rows)
        break
      case 'error':
        errorOccured.tell(message.message)
        break
      case 'called':
        called(message)
        break
      case 'nonsense':
        nonsense(message)
        break
      case 'denied':
      case 'ping':
        // The connection has dealt with it.
        break
    }
  }
  function called({ callId, sessionId }: ServerMessage & { type: 'called' }): void {
    const held = cache.sessions.get(sessionId)
    if (held !== undefined) calls.called(callId, held)
  }
  function nonsense({ to, value }: ServerMessage & { type: 'nonsense' }): void {
    const { session, tellState } = nonsenseSession(value, dialect)
    if (to === 'closed') sessionClosed.tell(session)
    else sessionCreated.tell(session)
    if (to === 'changed') tellState()
  }
  function askHistory(properties: object = {}, extensionId?: string): void {
    sendBy(connection, { type: 'history', filters: historyFilters(properties, extensionId) })
  }

  return {
    connect(serverAddress, token, properties = {}) {
      connection?.abandon()
      cache = emptyCache()
      const hello = { type: 'hello', token, properties } as const
      connection = openConnection(serverAddress, gatewayPort, hello, { message: receive, ended })
    },
    disconnect: () => connection?.close(),
    createCall: (number) => calls.create(number),
    getCallHistory: (properties) => askHistory(properties),
    checkWebPhoneState: () => cache.phoneNumber !== '',
    helper: createHelper(() => cache, askHistory, dialect),
    [dialect.connectionEvent]: connectionStateChanged.register,
    onSessionCreated: sessionCreated.register,
    onSessionClosed: sessionClosed.register,
    onClientStateChanged: clientStateChanged.register,
    onUserInfoReceived: userInfoReceived.register,
    onCallHistoryInfoReceived: historyReceived.register,
    onErrorOccured: errorOccured.register,
    onIncomingCall: incomingCall.register,
  }
}
