import type { CallRecord } from '../../domain/callRecord.ts'
import type { Centre } from '../../domain/centre.ts'
import { comebackOf } from '../../domain/comeback.ts'
import type { Comeback, Gap } from '../../domain/comeback.ts'
import type { CentreEvent } from '../../domain/sessionEvent.ts'
import type { Timers } from '../../pbx/timers.ts'

/** What becomes of the last time without a connection. */
export interface ComebackKeeper {
  /** Takes note of an event that is about to be told to `centre`. */
  before(event: CentreEvent, centre: Centre): void
  /** Takes note of an event that was just told to `centre`. */
  after(event: CentreEvent, centre: Centre): void
  /** More is known of the day. */
  recount(records: readonly CallRecord[]): void
  stop(): void
}

/** A shorter gap is not worth a word, ms of site time. */
const shortestMs = 5_000
/** So long it is told after the wall is back, ms. */
const shownMs = 120_000

/** @param show told what is to be shown, `undefined` for nothing */
export function keepComeback(
  timers: Timers,
  show: (comeback: Comeback | undefined) => void,
): ComebackKeeper {
  let lost: { readonly at: number; readonly alive: ReadonlySet<string> } | undefined
  let gap: Gap | undefined
  let timer: unknown

  const forget = (): void => {
    gap = undefined
    show(undefined)
  }
  const recount = (records: readonly CallRecord[]): void => {
    if (gap !== undefined) show(comebackOf(gap, records))
  }

  return {
    recount,
    before(event, centre) {
      if (event.type === 'lost' && centre.coveredSince() !== undefined) {
        lost = { at: event.at, alive: aliveIn(centre) }
      }
    },
    after(event, centre) {
      if (event.type !== 'snapshot' || lost === undefined) return
      const { at: from, alive: aliveBefore } = lost
      lost = undefined
      timers.clear(timer)
      forget()
      if (event.at - from <= shortestMs) return
      gap = { from, to: event.at, aliveBefore, aliveAfter: aliveIn(centre) }
      recount([...centre.calls()].map((call) => centre.recordOf(call)))
      timer = timers.set(forget, shownMs)
    },
    stop() {
      timers.clear(timer)
      forget()
    },
  }
}

function aliveIn(centre: Centre): ReadonlySet<string> {
  const sessions = [...centre.calls()].flatMap((call) => call.sessions)
  return new Set(sessions.flatMap(({ id, endedAt }) => (endedAt === undefined ? [id] : [])))
}
