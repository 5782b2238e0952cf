import type { Exchange } from '../types.ts'

/** Where call stories are played: an exchange, and what is still to happen on it. */
export interface Stage {
  readonly exchange: Exchange
  /** Runs `action` at `when`, epoch ms of site time. Cancels. */
  at(when: number, action: () => void): () => void
  /** Runs `action` `ms` of site time from now. Cancels. */
  after(ms: number, action: () => void): () => void
  /** Nothing of what was planned happens any more; calls stay as they are. */
  stop(): void
}

/** A stage on which nothing is planned. */
export function createStage(exchange: Exchange): Stage {
  const { clock } = exchange
  const planned = new Set<() => void>()
  let isStopped = false

  function at(when: number, action: () => void): () => void {
    if (isStopped) return () => undefined
    const withdraw = (): void => {
      planned.delete(withdraw)
      cancel?.()
    }
    let cancel: (() => void) | undefined = undefined
    planned.add(withdraw)
    cancel = clock.at(when, () => {
      planned.delete(withdraw)
      action()
    })
    return withdraw
  }

  return {
    exchange,
    at,
    after: (ms, action) => at(clock.now() + ms, action),
    stop() {
      isStopped = true
      for (const withdraw of [...planned]) withdraw()
    },
  }
}

/** Somebody outside who calls; an empty name is told to nobody. */
export interface OutsideCaller {
  readonly number: string
  readonly name: string
}
