import { repairEveryMs, repairKey } from '../serverLink/reloadMemory.ts'
import { rules } from './rules.ts'
import type { Symptom } from './signs.ts'

/**
 * Whether a reload for `symptom` is due at `now`, epoch ms; from then on it is not. Without a storage that works there
 * is none: nothing would end a loop.
 */
export function claimRescue(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  symptom: Symptom,
  now: number,
): boolean {
  const key = `callwall.rescuedAt.${symptom}`
  const isFree = (name: string, restMs: number): boolean => {
    const age = now - Number(storage.getItem(name) ?? -Infinity)
    return !(age >= 0 && age < restMs)
  }
  try {
    if (!isFree(repairKey, repairEveryMs) || !isFree(key, rules[symptom].againAfterMs)) return false
    for (const name of [repairKey, key]) storage.setItem(name, String(now))
    return storage.getItem(repairKey) === String(now)
  } catch {
    return false
  }
}
