import type { Random } from '../random.ts'
import type { EmulatorClock } from '../types.ts'
import { delayAll } from './delay.ts'
import { addGarbage } from './garbage.ts'
import type { FaultsInForce } from './inForce.ts'
import { loseSome } from './lose.ts'
import { reorderNeighbours } from './reorder.ts'
import { repeatAll } from './repeat.ts'
import type { Holding, Tell } from './telling.ts'

/** The way of what is told of sessions to the web clients. */
export interface Tellings extends Holding {
  /** To be called when `garbage` begins. */
  beginGarbage(): void
}

export interface TellingsParts {
  readonly inForce: FaultsInForce
  readonly clock: EmulatorClock
  readonly random: Random
  /** Tells every web client. */
  readonly tellAll: Tell
}

/** The faults of the way, one after the other: lose -> repeat -> reorder -> garbage -> delay. */
export function createTellings({ inForce, clock, random, tellAll }: TellingsParts): Tellings {
  const delay = delayAll(inForce, clock, tellAll)
  const garbage = addGarbage(inForce, clock, random, delay.tell)
  const reorder = reorderNeighbours(inForce, clock, garbage.tell)
  const repeat = repeatAll(inForce, random, reorder.tell)
  return {
    tell: loseSome(inForce, random, repeat),
    beginGarbage: () => garbage.begin(),
    release() {
      reorder.release()
      delay.release()
    },
  }
}
