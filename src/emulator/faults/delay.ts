import type { EmulatorClock } from '../types.ts'
import type { FaultsInForce } from './inForce.ts'
import type { Holding, Tell, Telling } from './telling.ts'

/** Passes messages on later by the seconds of site time that `delay` says, in their order. */
export function delayAll(inForce: FaultsInForce, clock: EmulatorClock, next: Tell): Holding {
  const waiting: Telling[] = []
  let round = 0

  const passFirst = (): void => {
    const telling = waiting.shift()
    if (telling !== undefined) next(telling)
  }

  return {
    tell(telling) {
      const fault = inForce.get('delay')
      if (fault === undefined) {
        next(telling)
        return
      }
      const own = round
      waiting.push(telling)
      clock.at(clock.now() + fault.seconds * 1000, () => {
        if (own === round) passFirst()
      })
    },
    release() {
      round += 1
      while (waiting.length > 0) passFirst()
    },
  }
}
