import type { NonsenseMessage } from '../gatewayProtocol.ts'
import type { Random } from '../random.ts'
import { pick } from '../random.ts'

const manyLetters = 'x'.repeat(20_000)

/** Sessions that no PBX should tell of. Their parties are nobody's, so that a wall may believe them and show nothing. */
const sessions: readonly unknown[] = [
  null,
  0,
  'session',
  [],
  {},
  [[{ sessionId: 'listed' }]],
  { sessionId: '', sessionState: 'InCall', caller: '0990001', callee: '0990002' },
  { sessionState: 'Ringing', caller: '0990001', callee: '0990002', direction: 'External' },
  { sessionId: 9_900_001, sessionState: 5, caller: 990_001, callee: 990_002, startTime: 1 },
  { sessionId: 'nonsense-1', sessionState: null, caller: null, callee: null, startTime: null },
  { sessionId: 'nonsense-2', sessionState: 'Dancing', caller: '0990001', callee: '0990002' },
  { sessionId: 'nonsense-3', sessionState: 'InCall', caller: {}, callee: [], direction: true },
  { sessionId: 'nonsense-4', sessionState: manyLetters, caller: manyLetters, callee: manyLetters },
  { sessionId: manyLetters, sessionState: 'Ringing', caller: '0990001', callee: '0990002' },
  {
    sessionId: '__proto__',
    masterSessionId: 'constructor',
    sessionState: 'toString',
    caller: 'hasOwnProperty',
    callee: 'valueOf',
  },
  // Parsed, the first name is the object's own.
  JSON.parse('{"__proto__":{"sessionId":"nonsense-5"},"constructor":"prototype"}') as unknown,
  {
    sessionId: 'nonsense-6',
    sessionState: 'Ringing',
    caller: '<img src=x onerror=alert(1)>',
    callee: '"\u0000\u202e\ud800',
    callerDisplayName: '{{constructor.constructor("alert(1)")()}}',
    startTime: '9999-99-99T99:99:99',
    talkDuration: '-1',
  },
]

const targets = ['created', 'changed', 'closed'] as const

/** What goes over the wire as it is: no messages at all, and messages that nobody knows. */
const texts: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '17',
  '"session"',
  '{"type":17}',
  '{"type":"__proto__"}',
  '{"type":"dance","session":{}}',
  '{"type":"session"}',
  '{"type":"session","event":"created"}',
  '{"type":"session","event":"constructor","session":{"sessionId":"nonsense-7"}}',
  '{"type":"session","event":"changed","session":null}',
  '{"type":"session","event":"closed","session":[]}',
  '{"type":"client"}',
  '{"type":"history","rows":{}}',
  '{"type":"called","callId":"one"}',
  '{"type":"granted","sessions":7}',
  `{"type":"${manyLetters}"}`,
]

/** A text to send to a web client which no PBX should send: half of the time something that its script hands on. */
export function nonsenseText(random: Random): string {
  if (random() < 0.5) return pick(random, texts)
  const message: NonsenseMessage = {
    type: 'nonsense',
    to: pick(random, targets),
    value: pick(random, sessions),
  }
  return JSON.stringify(message)
}
