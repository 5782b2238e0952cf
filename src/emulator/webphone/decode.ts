import type { ServerMessage } from '../gatewayProtocol.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What each type of message must hold to be taken for one. */
const holds: Readonly<
  Record<ServerMessage['type'], (message: Readonly<Record<string, unknown>>) => boolean>
> = {
  granted: ({ extensions, outsideLines, users, sessions }) =>
    [extensions, outsideLines, users, sessions].every(Array.isArray),
  denied: () => true,
  session: ({ event, session }) =>
    ['created', 'changed', 'closed'].includes(String(event)) &&
    isRecord(session) &&
    typeof session['sessionId'] === 'string' &&
    typeof session['sessionState'] === 'string',
  client: ({ info }) => isRecord(info),
  called: ({ callId }) => typeof callId === 'number',
  history: ({ rows }) => Array.isArray(rows),
  error: ({ message }) => typeof message === 'string',
  ping: ({ id }) => typeof id === 'number',
  nonsense: () => true,
}

/** A message of the gateway, `undefined` for whatever is none. */
export function decodeServerMessage(data: unknown): ServerMessage | undefined {
  const message = parseJson(data)
  if (!isRecord(message)) return undefined
  const { type } = message
  const isKnown = typeof type === 'string' && Object.prototype.hasOwnProperty.call(holds, type)
  return isKnown && holds[type as ServerMessage['type']](message)
    ? (message as unknown as ServerMessage)
    : undefined
}

function parseJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}
