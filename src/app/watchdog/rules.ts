import { repairEveryMs } from '../serverLink/reloadMemory.ts'
import type { Symptom } from './signs.ts'

export interface Rule {
  /** For how long a symptom is watched before the wall counts as stuck, ms. */
  readonly patienceMs: number
  /** How long after a reload for it there is no other one for it, ms. */
  readonly againAfterMs: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * What is done about a symptom, worst first. The longest try of a connection and the longest wait before the next take
 * two minutes. What may have its cause outside of the page (a PBX that lets nobody in, a proxy that holds back the
 * server's stream) would be the same after a reload, and is seldom tried.
 */
export const rules: Readonly<Record<Symptom, Rule>> = {
  clock: { patienceMs: minuteMs, againAfterMs: repairEveryMs },
  unshown: { patienceMs: minuteMs, againAfterMs: repairEveryMs },
  frames: { patienceMs: minuteMs, againAfterMs: repairEveryMs },
  connection: { patienceMs: 4 * minuteMs, againAfterMs: repairEveryMs },
  part: { patienceMs: 5 * minuteMs, againAfterMs: hourMs },
  cutOff: { patienceMs: 15 * minuteMs, againAfterMs: hourMs },
  memory: { patienceMs: 5 * minuteMs, againAfterMs: hourMs },
  deaf: { patienceMs: 10 * minuteMs, againAfterMs: 6 * hourMs },
}
