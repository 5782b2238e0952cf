import type { Random } from '../random.ts'
import { pick } from '../random.ts'
import type { FaultsInForce } from './inForce.ts'
import type { Tell, Telling } from './telling.ts'

const mostRemembered = 50
const oldOneShare = 0.2

/** Passes each message on twice while `repeat` goes on, and now and then one of the last fifty again. */
export function repeatAll(inForce: FaultsInForce, random: Random, next: Tell): Tell {
  let told: Telling[] = []
  return (telling) => {
    next(telling)
    if (!inForce.has('repeat')) {
      told = []
      return
    }
    next(telling)
    if (told.length > 0 && random() < oldOneShare) next(pick(random, told))
    told.push(telling)
    if (told.length > mostRemembered) told.shift()
  }
}
