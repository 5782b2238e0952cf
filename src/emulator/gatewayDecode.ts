import * as v from 'valibot'
import type { ClientMessage } from './gatewayProtocol.ts'

const text = v.pipe(v.string(), v.maxLength(200))

const clientMessage = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    token: text,
    properties: v.optional(v.record(v.string(), v.unknown())),
  }),
  v.object({
    type: v.literal('modify'),
    sessionId: text,
    method: v.picklist([
      'accept',
      'blindTransfer',
      'close',
      'closeWithHangup',
      'forward',
      'hangup',
      'hold',
      'reject',
      'sendDtmf',
      'startListen',
      'stopListen',
      'unhold',
    ]),
    transferor: v.optional(text),
    phoneNumber: v.optional(text),
  }),
  v.object({ type: v.literal('call'), callId: v.number(), number: text }),
  v.object({ type: v.literal('history'), filters: v.record(v.string(), text) }),
  v.object({ type: v.literal('pong'), id: v.number() }),
])

/** A web client's message, `undefined` when it is none. */
export function decodeClientMessage(raw: string): ClientMessage | undefined {
  const parsed = v.safeParse(clientMessage, parseJson(raw))
  return parsed.success ? parsed.output : undefined
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
