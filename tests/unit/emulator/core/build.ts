import { steppedClock, type SteppedClock } from '../../../../src/emulator/clock.ts'
import { createExchange } from '../../../../src/emulator/exchange.ts'
import { seededRandom } from '../../../../src/emulator/random.ts'
import { demoRoster, extensionsOf } from '../../../../src/emulator/roster.ts'
import { createStage, type Stage } from '../../../../src/emulator/stories/stage.ts'
import type { Exchange, PbxEvent, Roster } from '../../../../src/emulator/types.ts'

export const start = Date.UTC(2026, 10, 18, 11)

export interface Site {
  readonly clock: SteppedClock
  readonly exchange: Exchange
  readonly stage: Stage
  readonly events: PbxEvent[]
  /** Runs `seconds` of site time. */
  readonly run: (seconds: number) => void
  /** The events so far: seconds since the start, session letter in order of appearance, what happened. */
  readonly lines: () => string[]
}

export function site(options: { roster?: Roster; at?: number; seed?: number } = {}): Site {
  const { roster = demoRoster(12), at = start, seed = 1 } = options
  const clock = steppedClock(at)
  const exchange = createExchange({
    clock,
    extensions: extensionsOf(roster),
    random: seededRandom(seed),
  })
  const events: PbxEvent[] = []
  const noted: string[] = []
  const letters = new Map<string, string>()
  exchange.subscribe((event) => {
    events.push(event)
    const { session } = event
    const letter = letters.get(session.sessionId) ?? `S${letters.size + 1}`
    letters.set(session.sessionId, letter)
    const what =
      event.type === 'created'
        ? `created ${session.sessionState} ${session.caller} to ${session.callee}`
        : event.type === 'closed'
          ? 'closed'
          : session.sessionState
    noted.push(`${(clock.now() - at) / 1000} ${letter} ${what}`)
  })
  return {
    clock,
    exchange,
    stage: createStage(exchange),
    events,
    run: (seconds) => clock.advanceTo(clock.now() + seconds * 1000),
    lines: () => [...noted],
  }
}
