import type { ClientMessage, GrantedMessage, ServerMessage, WireUser } from '../gatewayProtocol.ts'
import type { Cache } from './cache.ts'
import { emptyCache, filledCache } from './cache.ts'
import type { Call } from './call.ts'
import { createCallback } from './callback.ts'
import type { OwnCalls } from './calls.ts'
import { createOwnCalls } from './calls.ts'
import type { Connection } from './connection.ts'
import { openConnection } from './connection.ts'
import type { Helper } from './helper.ts'
import { createHelper } from './helper.ts'
import { historyFilters } from './historyFilters.ts'
import type { HeldSession, Modify, Session } from './session.ts'
import { holdSession } from './session.ts'
import type { ConnectionStateName } from './words.ts'

type Register<Given extends readonly unknown[]> = (listener: (...given: Given) => void) => void

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
  readonly onConnectionStateChanged: Register<[{ readonly State: ConnectionStateName }]>
  readonly onSessionCreated: Register<[Session]>
  readonly onSessionClosed: Register<[Session]>
  readonly onClientStateChanged: Register<[Readonly<Record<string, unknown>>]>
  readonly onUserInfoReceived: Register<[WireUser]>
  readonly onCallHistoryInfoReceived: Register<[readonly object[]]>
  readonly onErrorOccured: Register<[string]>
  readonly onIncomingCall: Register<[Call]>
}

/** A client that is not connected. It will look for the gateway on `gatewayPort`. */
export function createOzWebClient(gatewayPort: number): OzWebClient {
  const connectionStateChanged = createCallback<[{ readonly State: ConnectionStateName }]>()
  const sessionCreated = createCallback<[Session]>()
  const sessionClosed = createCallback<[Session]>()
  const clientStateChanged = createCallback<[Readonly<Record<string, unknown>>]>()
  const userInfoReceived = createCallback<[WireUser]>()
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

  function granted(message: GrantedMessage): void {
    // Objects of an earlier connection keep their own line, and with it are dead.
    modify = modifyBy(connection)
    calls = ownCalls(connection)
    cache = filledCache(message, modify)
    connectionStateChanged.tell({ State: 'ACCESS_GRANTED' })
    for (const user of message.users) userInfoReceived.tell(user)
  }
  function ended(how: ConnectionStateName): void {
    connection = undefined
    cache = emptyCache()
    connectionStateChanged.tell({ State: how })
  }
  function sessionEvent({ event, session: wire }: ServerMessage & { type: 'session' }): void {
    const known = cache.sessions.get(wire.sessionId)
    const held = known ?? holdSession(wire, modify)
    held.update(wire)
    if (event === 'created') created(held)
    else if (event === 'changed') changed(held)
    else closed(held)
  }
  function created(held: HeldSession): void {
    cache.sessions.set(held.session.sessionId, held)
    sessionCreated.tell(held.session)
    if (held.session.callee === cache.phoneNumber) incomingCall.tell(calls.incoming(held))
  }
  function changed(held: HeldSession): void {
    held.tellState()
    calls.changed(held.session.sessionId)
  }
  function closed(held: HeldSession): void {
    cache.sessions.delete(held.session.sessionId)
    calls.closed(held.session.sessionId)
    sessionClosed.tell(held.session)
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
    helper: createHelper(() => cache, askHistory),
    onConnectionStateChanged: connectionStateChanged.register,
    onSessionCreated: sessionCreated.register,
    onSessionClosed: sessionClosed.register,
    onClientStateChanged: clientStateChanged.register,
    onUserInfoReceived: userInfoReceived.register,
    onCallHistoryInfoReceived: historyReceived.register,
    onErrorOccured: errorOccured.register,
    onIncomingCall: incomingCall.register,
  }
}
