import type { EmulatorClock } from '../types.ts'
import type { FaultsInForce } from './inForce.ts'
import type { Holding, Tell, Telling } from './telling.ts'

/** A message without a later neighbour is passed on after so long, ms of site time. */
const longestHeld = 5_000

/** Swaps neighbouring messages of different moments while `reorder` goes on. */
export function reorderNeighbours(
  inForce: FaultsInForce,
  clock: EmulatorClock,
  next: Tell,
): Holding {
  let held: Telling | undefined
  let cancel: (() => void) | undefined

  function release(): void {
    cancel?.()
    cancel = undefined
    const telling = held
    held = undefined
    if (telling !== undefined) next(telling)
  }

  return {
    release,
    tell(telling) {
      if (!inForce.has('reorder')) {
        release()
        next(telling)
      } else if (held !== undefined && held.at !== telling.at) {
        next(telling)
        release()
      } else {
        release()
        held = telling
        cancel = clock.at(telling.at + longestHeld, release)
      }
    },
  }
}
