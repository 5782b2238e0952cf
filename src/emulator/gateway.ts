import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import type { Dialect } from './dialect.ts'
import type { GatewayClient } from './gatewayClient.ts'
import type { ClientInfo } from './gatewayClientInfo.ts'
import { clientInfo } from './gatewayClientInfo.ts'
import { converse } from './gatewayConversation.ts'
import type { LoginCheck } from './gatewayLogin.ts'
import type { ServerMessage } from './gatewayProtocol.ts'
import { wireSession } from './gatewaySession.ts'
import type { Listener } from './http/listen.ts'
import { listen } from './http/listen.ts'
import type { LocalTime } from './http/localTime.ts'
import type { Random } from './random.ts'
import { createSessionIds } from './sessionIds.ts'
import type { Exchange } from './types.ts'

export interface GatewayOptions {
  readonly exchange: Exchange
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
  /** Resolves when every web client that was let in has dealt with all that was sent to it before. */
  settled(): Promise<void>
  /** Cuts every connection, as a failing network does. New ones are taken. */
  dropConnections(): void
}

const largestMessageBytes = 65_536

/** Starts the gateway; throws an EmulatorStartError when the port cannot be had. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { exchange, time, login, dialect, random, host, port } = options
  const clients = new Set<GatewayClient>()
  const newPhoneNumber = createSessionIds(random, (number) =>
    [...clients].some((client) => client.phoneNumber === number),
  )
  const broadcast = (message: ServerMessage, except?: GatewayClient): void => {
    const text = JSON.stringify(message)
    for (const client of clients) if (client !== except) client.sendText(text)
  }
  const infoOf = (client: GatewayClient, status: 'ONLINE' | 'OFFLINE'): ClientInfo =>
    clientInfo(client.phoneNumber, status, client.shared, dialect.clientInfo)
  const announce = (client: GatewayClient, status: 'ONLINE' | 'OFFLINE'): void => {
    broadcast({ type: 'client', info: infoOf(client, status) }, client)
  }

  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes })
  sockets.on('connection', (socket) =>
    converse(socket, {
      exchange,
      time,
      login,
      dialect,
      newPhoneNumber,
      onGranted(client) {
        for (const other of clients) {
          client.send({ type: 'client', info: infoOf(other, 'ONLINE') })
        }
        clients.add(client)
        announce(client, 'ONLINE')
      },
      onGone(client) {
        clients.delete(client)
        announce(client, 'OFFLINE')
      },
    }),
  )

  const server = createServer((_, response) => response.writeHead(426).end())
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened))
  })
  const listener = await listen(server, host, port, 'Media gateway')

  const unsubscribe = exchange.subscribe(({ type, session }) => {
    if (clients.size === 0) return
    const wire = wireSession(session, exchange.clock.now(), time, dialect)
    broadcast({ type: 'session', event: type, session: wire })
  })
  const dropConnections = (): void => {
    for (const socket of sockets.clients) socket.terminate()
  }

  return {
    port: listener.port,
    async settled() {
      await Promise.all([...clients].map((client) => client.settled()))
    },
    dropConnections,
    async stop() {
      unsubscribe()
      dropConnections()
      await listener.stop()
    },
  }
}
