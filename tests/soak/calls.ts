import type { Random } from '../../src/emulator/random.ts'
import { exponential, seededRandom } from '../../src/emulator/random.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'

export interface CallsOptions {
  readonly seed: number
  readonly callsPerDay: number
  readonly agents: number
  /** Every moment is a multiple of it, seconds. @default 0.001 */
  readonly gridSeconds?: number
  /** How long a phone rings before it is answered, seconds; a multiple of the grid. @default 10 */
  readonly ringSeconds?: number
}

/** One day of the site. */
export interface CallDay {
  /** YYYY-MM-DD */
  readonly day: string
  readonly hours: number
}

export const usualRingSeconds = 10
const meanTalkSeconds = 110
const meanPatienceSeconds = 90
export const soakQueues = ['5000', '5001', '5002'] as const

/** Who calls and what becomes of it, one day after the other: agents who talk at midnight are busy after it. */
export function createCalls(options: CallsOptions): (day: CallDay) => readonly TrafficRow[] {
  const { seed, callsPerDay, agents, gridSeconds = 0.001 } = options
  const { ringSeconds = usualRingSeconds } = options
  const random = seededRandom(seed)
  const onGrid = (seconds: number): number =>
    Number((Math.round(seconds / gridSeconds) * gridSeconds).toFixed(3))
  /** When each agent is free, in seconds after the midnight of the present day. */
  let freeAt = Array.from({ length: agents }, () => 0)

  const callAt = (day: string, place: number, arriveSeconds: number): TrafficRow => {
    const agent = freeAt.indexOf(Math.min(...freeAt))
    const answerSeconds = onGrid(Math.max(arriveSeconds, freeAt[agent] ?? 0) + ringSeconds)
    const givesUpAt = onGrid(arriveSeconds + 1 + exponential(random, meanPatienceSeconds))
    const talk = 1 + exponential(random, meanTalkSeconds)
    const call = {
      callId: `${day}-${place}`,
      ...{ day, arriveSeconds },
      queue: soakQueues[Math.floor(random() ** 2 * soakQueues.length)] ?? '5000',
      // Distinct where the last three digits are hidden, too.
      caller: `+36${String(1_000_000 + place)}000`,
    }
    // He holds the line while the phone rings.
    if (givesUpAt < answerSeconds - ringSeconds) {
      const endSeconds = Math.max(givesUpAt, onGrid(arriveSeconds + gridSeconds))
      return { ...call, answerSeconds: undefined, endSeconds, agent: '' }
    }
    const endSeconds = onGrid(answerSeconds + Math.max(talk, gridSeconds))
    freeAt[agent] = endSeconds
    return { ...call, answerSeconds, endSeconds, agent: String(1001 + agent) }
  }

  return ({ day, hours }) => {
    const length = hours * 3600
    const arrivals = Array.from({ length: callsPerDay }, () => onGrid(arrivalOf(random, length)))
    const inTime = arrivals.map((at) => Math.min(at, length - gridSeconds))
    const rows = inTime.sort((one, other) => one - other).map((at, place) => callAt(day, place, at))
    freeAt = freeAt.map((at) => Math.max(0, at - length))
    return rows
  }
}

/** Few at night, most in the late morning; never nobody. */
function arrivalOf(random: Random, length: number): number {
  for (;;) {
    const at = random() * length
    const share = 0.7 - 0.3 * Math.cos((2 * Math.PI * at) / length)
    if (random() < share) return at
  }
}
