import { createOutbox } from '../../src/app/records/outbox.ts'
import { createCentre } from '../../src/domain/centre.ts'
import type { Centre } from '../../src/domain/centre.ts'
import type { CentreEvent } from '../../src/domain/sessionEvent.ts'
import type { CentreSettings } from '../../src/domain/settings.ts'
import type { RowStep } from '../../src/emulator/traffic/rowSteps.ts'
import { createSessionBook } from '../../src/pbx/ozeki/sessionBook.ts'
import { createLine } from './line.ts'

/** Centres that hear one line. */
export interface SoakedCentre {
  /** Hears everything. */
  readonly whole: Centre
  /** Loses the line for the first three minutes of every hour; `undefined` where nobody asked. */
  readonly broken: Centre | undefined
  play(step: RowStep): void
  /** What a wall does every 5 s, at `now`, epoch ms. */
  tick(now: number): void
}

const hourMs = 3_600_000
const gapMs = 3 * 60_000

/** A line without calls, the driver's book, centres, and the outbox of the first one's records. */
export function createSoakedCentre(
  settings: CentreSettings,
  start: number,
  hasBroken: boolean,
): SoakedCentre {
  const whole = createCentre(settings, start)
  const broken = hasBroken ? createCentre(settings, start) : undefined
  const book = createSessionBook()
  const outbox = createOutbox()
  let isLost = false

  const line = createLine(({ type, session, at }) => {
    const told = book.report(type, session, true)
    if (told === undefined) return
    whole.apply({ ...told, at })
    if (!isLost) broken?.apply({ ...told, at })
  })
  const snapshot = (at: number): CentreEvent => ({ type: 'snapshot', at, sessions: line.alive() })
  whole.apply(snapshot(start))
  broken?.apply(snapshot(start))

  return {
    whole,
    broken,
    play: (step) => line.play(step),
    tick(now) {
      whole.advance(now)
      outbox.collect(whole, now)
      for (let told = outbox.next(); told !== undefined; told = outbox.next()) outbox.stored(told)
      if (isLost !== (now - start) % hourMs < gapMs) {
        isLost = !isLost
        broken?.apply(isLost ? { type: 'lost', at: now } : snapshot(now))
      }
      broken?.advance(now)
    },
  }
}
