import type { Random } from '../random.ts'
import type { EmulatorClock } from '../types.ts'
import type { FaultsInForce } from './inForce.ts'
import { nonsenseText } from './nonsense.ts'
import type { Tell } from './telling.ts'

/** Even where nothing happens there is nonsense to hear, this often; ms of site time. */
const everyMs = 1_000

/** Nonsense between what is told. */
export interface Garbage {
  readonly tell: Tell
  /** To be called when the fault begins. It ends by itself. */
  begin(): void
}

/** Adds nonsense after each message, and once a second, while `garbage` goes on. */
export function addGarbage(
  inForce: FaultsInForce,
  clock: EmulatorClock,
  random: Random,
  next: Tell,
): Garbage {
  let round = 0
  const add = (): void => next({ text: nonsenseText(random), at: clock.now(), order: Infinity })

  function tick(own: number): void {
    if (own !== round || !inForce.has('garbage')) return
    add()
    clock.at(clock.now() + everyMs, () => tick(own))
  }

  return {
    tell(telling) {
      next(telling)
      if (inForce.has('garbage')) add()
    },
    begin: () => tick(++round),
  }
}
