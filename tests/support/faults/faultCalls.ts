import type { TrafficRow } from '../../../src/emulator/traffic/csv.ts'

/** When things happen in the try of a fault, seconds after its begin. */
export const faultBegins = 26
export const faultEnds = 50
export const callsEnd = 84

export type Load = 'idle' | 'busy'

type Call = readonly [
  queue: '5000' | '5001',
  agent: string,
  arriveSeconds: number,
  answerSeconds: number | undefined,
  endSeconds: number,
]

/** Over when the fault begins, and begun when it is over. */
const around: readonly Call[] = [
  ['5000', '1001', 2, 8, 14],
  ['5001', '', 5, undefined, 17],
  ['5000', '1001', 70, 76, 80],
]

const within: readonly Call[] = [
  // Talking when it begins, one until after its end.
  ['5000', '1002', 12, 18, 38],
  ['5001', '1003', 14, 20, 72],
  // Waiting when it begins: answered after it, or given up at once or later.
  ['5000', '1004', 16, 62, 70],
  ['5001', '', 20, undefined, 27],
  ['5000', '', 18, undefined, 34],
  // Ringing when it begins.
  ['5001', '1005', 21, 29, 66],
  // Begun while it goes on.
  ['5000', '1006', 30, 36, 44],
  ['5000', '', 31, undefined, 43],
  ['5001', '1006', 38, 55, 64],
  ['5000', '', 45, undefined, 57],
]

export const ringSeconds = 4

/** The calls of one try, in seconds after its begin: while the fault goes on there are none of an `idle` one. */
export function callsOf(load: Load): readonly TrafficRow[] {
  const calls = load === 'idle' ? around : [...around, ...within]
  return calls.map(([queue, agent, arriveSeconds, answerSeconds, endSeconds], place) => ({
    callId: String(place),
    day: '',
    caller: `+361555${String(place).padStart(4, '0')}`,
    ...{ queue, agent, arriveSeconds, answerSeconds, endSeconds },
  }))
}

/** Every second of a try in which something happens to a call, in order. */
export function eventSeconds(load: Load): readonly number[] {
  const seconds = callsOf(load).flatMap(({ arriveSeconds, answerSeconds, endSeconds }) =>
    answerSeconds === undefined
      ? [arriveSeconds, endSeconds]
      : [arriveSeconds, answerSeconds - ringSeconds, answerSeconds, endSeconds],
  )
  return [...new Set(seconds)].sort((one, other) => one - other)
}
