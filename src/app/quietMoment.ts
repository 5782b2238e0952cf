import type { Centre } from '../domain/centre.ts'
import { phaseOf } from '../domain/sessionState.ts'

/**
 * Whether a gap of a second would hide nothing that counts: nobody waits, and no phone rings. Calls that are talked in
 * are there again after it.
 */
export function isQuietMoment(centre: Pick<Centre, 'calls' | 'waiting'> | undefined): boolean {
  if (centre === undefined) return true
  if (centre.waiting('all').length > 0) return false
  for (const { sessions } of centre.calls()) {
    for (const { state } of sessions) {
      if (phaseOf(state) === 'setup' || moving.has(state)) return false
    }
  }
  return true
}

const moving: ReadonlySet<string> = new Set(['TransferRequested', 'Transferring'])
