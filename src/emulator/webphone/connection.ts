import type { ClientMessage, ServerMessage } from '../gatewayProtocol.ts'
import { decodeServerMessage } from './decode.ts'
import type { ConnectionStateName } from './words.ts'

/** One connection to the gateway; it never comes back by itself. */
export interface Connection {
  /** Whether it took the message. */
  send(message: ClientMessage): boolean
  /** Ends it; it is told as a loss would be. */
  close(): void
  /** Ends it; nothing of it is heard afterwards. */
  abandon(): void
}

export interface ConnectionListener {
  message(message: ServerMessage): void
  ended(how: Exclude<ConnectionStateName, 'ACCESS_GRANTED'>): void
}

/**
 * Connects to the gateway at `address` (a host) and says hello.
 *
 *     connecting -> CONNECTION_FAILED
 *     connecting -> open -> ACCESS_DENIED
 *                   open -> ACCESS_GRANTED -> CONNECTION_CLOSED
 */
export function openConnection(
  address: string,
  port: number,
  hello: Extract<ClientMessage, { type: 'hello' }>,
  listener: ConnectionListener,
): Connection {
  let socket: WebSocket | undefined
  let isGranted = false
  let isOver = false

  const send = (message: ClientMessage): boolean => {
    if (socket === undefined || socket.readyState !== WebSocket.OPEN) return false
    socket.send(JSON.stringify(message))
    return true
  }
  const end = (how: Exclude<ConnectionStateName, 'ACCESS_GRANTED'>): void => {
    if (isOver) return
    isOver = true
    socket?.close()
    listener.ended(how)
  }
  const receive = (message: ServerMessage): void => {
    if (isOver) return
    if (message.type === 'ping') {
      send({ type: 'pong', id: message.id })
    } else if (message.type === 'denied') {
      end('ACCESS_DENIED')
    } else {
      isGranted = isGranted || message.type === 'granted'
      listener.message(message)
    }
  }

  try {
    socket = new WebSocket(`ws://${urlHost(address)}:${port}/`)
    socket.onopen = () => void send(hello)
    socket.onmessage = ({ data }) => {
      const message = decodeServerMessage(data)
      if (message !== undefined) receive(message)
    }
    socket.onclose = () => end(isGranted ? 'CONNECTION_CLOSED' : 'CONNECTION_FAILED')
  } catch {
    // An address that is none, told when `connect` has returned, as every other outcome is.
    setTimeout(() => end('CONNECTION_FAILED'))
  }

  return {
    send,
    close: () => socket?.close(),
    abandon() {
      isOver = true
      socket?.close()
    },
  }
}

function urlHost(address: string): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address
}
