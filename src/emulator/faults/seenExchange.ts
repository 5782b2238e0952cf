import { createNotifier } from '../notifier.ts'
import type { Exchange, PbxEvent } from '../types.ts'
import { createForgotten } from './forgotten.ts'
import type { FaultsInForce } from './inForce.ts'
import { createUntoldEnds } from './untoldEnds.ts'

/** An exchange as the faces of the PBX show it: what was forgotten and ends that are not told are missing in it. */
export interface SeenExchange extends Exchange {
  /** Forgets the sessions alive now and those that begin until {@link SeenExchange.awake}; nobody is told. */
  forget(): void
  awake(): void
  /** To be called when `neverEnd` begins, is replaced or is over. */
  endsChanged(): void
  /** Does not listen to the exchange any more. */
  stop(): void
}

/** What is seen of `exchange` under the faults that go on. */
export function seenExchange(exchange: Exchange, inForce: FaultsInForce): SeenExchange {
  const forgotten = createForgotten()
  const ends = createUntoldEnds(inForce)
  const notifier = createNotifier<PbxEvent>()

  const stop = exchange.subscribe((event) => {
    forgotten.hear(event)
    if (ends.hear(event) && forgotten.knows(event.session)) notifier.tell(event)
  })

  return {
    ...exchange,
    active() {
      const live = exchange.active().filter(forgotten.knows)
      const ghosts = ends.ghosts().filter(forgotten.knows)
      if (ghosts.length === 0) return live
      return [...ghosts, ...live].sort((one, other) => one.startedAt - other.startedAt)
    },
    find(sessionId) {
      const session = exchange.find(sessionId)
      return session !== undefined && forgotten.knows(session) ? session : undefined
    },
    history: () =>
      forgotten.isAny() ? exchange.history().filter(forgotten.knows) : exchange.history(),
    subscribe: notifier.subscribe,
    forget() {
      forgotten.forget([...ends.ghosts(), ...exchange.active()])
    },
    awake: () => forgotten.awake(),
    endsChanged: () => ends.restart(inForce.has('neverEnd') ? exchange.active() : []),
    stop,
  }
}
