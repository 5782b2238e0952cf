import { createServer } from 'node:http'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { Dialect } from './dialect.ts'
import type { FaultsInForce } from './faults/inForce.ts'
import type { Telling } from './faults/telling.ts'
import { createTellings } from './faults/tellings.ts'
import type { GatewayClient } from './gatewayClient.ts'
import type { ClientInfo } from './gatewayClientInfo.ts'
import { clientInfo } from './gatewayClientInfo.ts'
import { converse } from './gatewayConversation.ts'
import type { LoginCheck } from './gatewayLogin.ts'
import { wireSession } from './gatewaySession.ts'
import type { Listener } from './http/listen.ts'
import { listen } from './http/listen.ts'
import type { LocalTime } from './http/localTime.ts'
import type { Random } from './random.ts'
import { createSessionIds } from './sessionIds.ts'
import type { Exchange, PbxEvent } from './types.ts'

export interface GatewayOptions {
  /** As web clients shall see it. */
  readonly exchange: Exchange
  readonly inForce: FaultsInForce
  readonly time: LocalTime
  readonly login: LoginCheck
  readonly dialect: Dialect
  readonly random: Random
  readonly host: string
  /** 0 for any. */
  readonly port: number
}

/** The media gateway: what the browser script connects to. */
export interface Gateway extends Listener {
  /** Tells the web clients of an event, as far as the faults that go on let it through. */
  tell(event: PbxEvent): void
  /** Resolves when every web client that was let in, and can hear, has dealt with all that was sent to it before. */
  settled(): Promise<void>
  /** Cuts every connection, as a failing network does. New ones are taken. */
  dropConnections(): void
  /** Cuts the connections that were opened with a security token. */
  dropTokenConnections(): void
  /** Says nothing more on any connection there is, and hears nothing of it: open and dead for ever. */
  mute(): void
  /** To be called when `garbage` begins. */
  beginGarbage(): void
  /** Tells at once what faults have kept back. */
  release(): void
}

const largestMessageBytes = 65_536

/** Starts the gateway; throws an EmulatorStartError when the port cannot be had. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { exchange, inForce, time, login, dialect, random, host, port } = options
  const { clock } = exchange
  /** Those that were let in, by how much had been told before. */
  const clients = new Map<GatewayClient, number>()
  let order = 0
  const newPhoneNumber = createSessionIds(random, (number) =>
    [...clients.keys()].some((client) => client.phoneNumber === number),
  )
  const broadcast = (text: string, except?: GatewayClient): void => {
    for (const client of clients.keys()) if (client !== except) client.sendText(text)
  }
  const infoOf = (client: GatewayClient, status: 'ONLINE' | 'OFFLINE'): ClientInfo =>
    clientInfo(client.phoneNumber, status, client.shared, dialect.clientInfo)
  const announce = (client: GatewayClient, status: 'ONLINE' | 'OFFLINE'): void =>
    broadcast(JSON.stringify({ type: 'client', info: infoOf(client, status) }), client)
  const tellAll = (telling: Telling): void => {
    for (const [client, before] of clients)
      if (telling.order > before) client.sendText(telling.text)
  }
  const tellings = createTellings({ inForce, clock, random, tellAll })

  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes })
  sockets.on('connection', (socket) => {
    if (inForce.has('freeze')) {
      makeDead(socket)
      return
    }
    converse(socket, {
      exchange,
      time,
      login,
      dialect,
      newPhoneNumber,
      onGranted(client) {
        for (const other of clients.keys()) {
          client.send({ type: 'client', info: infoOf(other, 'ONLINE') })
        }
        clients.set(client, order)
        announce(client, 'ONLINE')
      },
      onGone(client) {
        if (clients.delete(client)) announce(client, 'OFFLINE')
      },
    })
  })

  const server = createServer((_, response) => response.writeHead(426).end())
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened))
  })
  const listener = await listen(server, host, port, 'Media gateway')
  const dropConnections = (): void => forAll(sockets.clients, (socket) => socket.terminate())

  return {
    port: listener.port,
    tell({ type, session }) {
      if (clients.size === 0) return
      const wire = wireSession(session, clock.now(), time, dialect)
      const text = JSON.stringify({ type: 'session', event: type, session: wire })
      order += 1
      tellings.tell({ text, at: clock.now(), order })
    },
    async settled() {
      await Promise.all([...clients.keys()].map((client) => client.settled()))
    },
    dropConnections,
    dropTokenConnections() {
      for (const client of clients.keys()) if (client.isByToken) client.cut()
    },
    mute() {
      forAll(sockets.clients, makeDead)
      for (const client of clients.keys()) client.gone()
      clients.clear()
    },
    beginGarbage: () => tellings.beginGarbage(),
    release: () => tellings.release(),
    async stop() {
      dropConnections()
      await listener.stop()
    },
    reopen: () => listener.reopen(),
  }
}

/** What is not read is not answered either, not even a goodbye. */
function makeDead(socket: WebSocket): void {
  socket.pause()
  // What came before is read when the socket is cut in the end.
  socket.removeAllListeners('message')
  socket.on('error', () => undefined)
}

function forAll(sockets: ReadonlySet<WebSocket>, action: (socket: WebSocket) => void): void {
  for (const socket of sockets) action(socket)
}
