import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { ClientMessage, ServerMessage } from '@/emulator/gatewayProtocol.ts'

type Of<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>

/** A web client without a browser. It answers pings, and keeps all other messages. */
export interface WebClient {
  readonly socket: WebSocket
  send(message: ClientMessage): void
  sendRaw(text: string): void
  /** The messages of that type so far. */
  all<Type extends ServerMessage['type']>(type: Type): readonly Of<Type>[]
  /** The first message of that type, waited for if need be. */
  first<Type extends ServerMessage['type']>(type: Type): Promise<Of<Type>>
}

export async function openWebClient(port: number): Promise<WebClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`)
  const messages: ServerMessage[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    const message = JSON.parse((data as Buffer).toString()) as ServerMessage
    if (message.type === 'ping') socket.send(JSON.stringify({ type: 'pong', id: message.id }))
    else messages.push(message)
    for (const look of [...waiting]) look()
  })
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')

  const all = <Type extends ServerMessage['type']>(type: Type): Of<Type>[] =>
    messages.filter((message): message is Of<Type> => message.type === type)

  return {
    socket,
    send: (message) => socket.send(JSON.stringify(message)),
    sendRaw: (text) => socket.send(text),
    all,
    first: (type) =>
      new Promise((resolve) => {
        const look = (): void => {
          const [found] = all(type)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** A web client that was let in by `token`. */
export async function grantedWebClient(
  port: number,
  token: string,
  properties: Record<string, unknown> = {},
): Promise<WebClient> {
  const client = await openWebClient(port)
  client.send({ type: 'hello', token, properties })
  await client.first('granted')
  return client
}
