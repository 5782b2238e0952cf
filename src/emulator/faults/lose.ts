import type { Random } from '../random.ts'
import type { FaultsInForce } from './inForce.ts'
import type { Tell } from './telling.ts'

/** Leaves out a share of the messages while `lose` goes on. */
export function loseSome(inForce: FaultsInForce, random: Random, next: Tell): Tell {
  return (telling) => {
    const fault = inForce.get('lose')
    if (fault === undefined || random() >= fault.share) next(telling)
  }
}
