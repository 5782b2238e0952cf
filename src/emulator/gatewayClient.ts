import type { WebSocket } from 'ws'
import type { ClientInfo } from './gatewayClientInfo.ts'
import type { ServerMessage } from './gatewayProtocol.ts'

/** A web client that was let in. */
export interface GatewayClient {
  readonly phoneNumber: string
  readonly allowSessionModification: boolean
  /** Whether a security token let it in, and not a password. */
  readonly isByToken: boolean
  readonly shared: ClientInfo
  send(message: ServerMessage): void
  /** As `send`, for a text that goes to many. */
  sendText(text: string): void
  /** Resolves when the client has dealt with all that was sent before, or is gone. */
  settled(): Promise<void>
  pong(id: number): void
  /** Cuts the connection. */
  cut(): void
  /** To be called when the connection is over, or mute for ever. */
  gone(): void
}

/** A client that has read nothing of this much is not there any more, whatever its socket says. */
const largestBacklogBytes = 16 * 1024 * 1024

export interface ClientFacts {
  readonly phoneNumber: string
  readonly allowSessionModification: boolean
  readonly isByToken: boolean
  readonly shared: ClientInfo
}

/** The gateway's side of a web client on `socket`. */
export function createGatewayClient(socket: WebSocket, facts: ClientFacts): GatewayClient {
  const waiting = new Map<number, () => void>()
  let lastPing = 0
  let isGone = false

  const sendText = (text: string): void => {
    if (isGone) return
    if (socket.bufferedAmount > largestBacklogBytes) socket.terminate()
    else socket.send(text)
  }
  const send = (message: ServerMessage): void => sendText(JSON.stringify(message))

  return {
    ...facts,
    send,
    sendText,
    settled() {
      if (isGone) return Promise.resolve()
      const id = ++lastPing
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        send({ type: 'ping', id })
      })
    },
    pong(id) {
      waiting.get(id)?.()
      waiting.delete(id)
    },
    cut: () => socket.terminate(),
    gone() {
      isGone = true
      for (const resolve of waiting.values()) resolve()
      waiting.clear()
    },
  }
}
