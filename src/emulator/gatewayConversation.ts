import type { WebSocket } from 'ws'
import type { Dialect } from './dialect.ts'
import type { GatewayClient } from './gatewayClient.ts'
import { createGatewayClient } from './gatewayClient.ts'
import { sharedProperties } from './gatewayClientInfo.ts'
import { decodeClientMessage } from './gatewayDecode.ts'
import { wireDirectory } from './gatewayDirectory.ts'
import type { LoginCheck } from './gatewayLogin.ts'
import { modifySession } from './gatewayModify.ts'
import type { ClientMessage } from './gatewayProtocol.ts'
import { wireSession } from './gatewaySession.ts'
import { historyRows } from './http/callHistory.ts'
import type { LocalTime } from './http/localTime.ts'
import type { Exchange } from './types.ts'

export interface ConversationParts {
  readonly exchange: Exchange
  readonly time: LocalTime
  readonly login: LoginCheck
  readonly dialect: Dialect
  /** A number for a client that has none of its own. */
  readonly newPhoneNumber: () => string
  readonly onGranted: (client: GatewayClient) => void
  readonly onGone: (client: GatewayClient) => void
}

/** Talks with one web client until its socket closes. Before it is let in, it is told nothing. */
export function converse(socket: WebSocket, parts: ConversationParts): void {
  let client: GatewayClient | undefined

  socket.on('message', (data, isBinary) => {
    if (isBinary) return
    // A text message is given as one buffer.
    const message = decodeClientMessage((data as Buffer).toString('utf8'))
    if (message === undefined) return
    if (client !== undefined) answer(client, message, parts)
    else if (message.type === 'hello') client = greet(socket, message, parts)
  })
  socket.on('close', () => {
    if (client === undefined) return
    client.gone()
    parts.onGone(client)
  })
  // Too long or malformed frames; `ws` closes the socket itself.
  socket.on('error', () => undefined)
}

function greet(
  socket: WebSocket,
  hello: Extract<ClientMessage, { type: 'hello' }>,
  parts: ConversationParts,
): GatewayClient | undefined {
  const { exchange, time, dialect } = parts
  const properties = hello.properties ?? {}
  const login = parts.login(hello.token, properties)
  if (login === undefined) {
    socket.send(JSON.stringify({ type: 'denied' }))
    socket.close()
    return undefined
  }
  const client = createGatewayClient(socket, {
    phoneNumber: login.phoneNumber ?? parts.newPhoneNumber(),
    allowSessionModification: login.allowSessionModification,
    isByToken: login.phoneNumber === undefined,
    shared: sharedProperties(properties),
  })
  const now = exchange.clock.now()
  client.send({
    type: 'granted',
    phoneNumber: client.phoneNumber,
    ...wireDirectory(exchange.extensions),
    sessions: exchange.active().map((session) => wireSession(session, now, time, dialect)),
  })
  parts.onGranted(client)
  return client
}

function answer(client: GatewayClient, message: ClientMessage, parts: ConversationParts): void {
  switch (message.type) {
    case 'hello':
      return
    case 'pong':
      client.pong(message.id)
      return
    case 'history': {
      const { filters } = message
      const sessions = parts.exchange.history()
      const rows = historyRows(sessions, parts.time, (name) => filters[name] ?? '')
      client.send({ type: 'history', rows: rows.map((row) => ({ ...row })) })
      return
    }
    case 'modify':
    case 'call':
      change(client, message, parts.exchange)
  }
}

function change(
  client: GatewayClient,
  message: Extract<ClientMessage, { type: 'modify' | 'call' }>,
  exchange: Exchange,
): void {
  if (!client.allowSessionModification) {
    const what = message.type === 'call' ? 'start calls' : 'modify sessions'
    client.send({ type: 'error', message: `The security token does not allow to ${what}.` })
  } else if (message.type === 'call') {
    const session = exchange.open({ caller: client.phoneNumber, callee: message.number })
    client.send({ type: 'called', callId: message.callId, sessionId: session.sessionId })
  } else {
    const problem = modifySession(exchange, message)
    if (problem !== undefined) client.send({ type: 'error', message: problem })
  }
}
