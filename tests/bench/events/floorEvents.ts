import { steppedClock } from '../../../src/emulator/clock.ts'
import { createExchange } from '../../../src/emulator/exchange.ts'
import { seededRandom } from '../../../src/emulator/random.ts'
import { extensionsOf } from '../../../src/emulator/roster.ts'
import { createStage } from '../../../src/emulator/stories/stage.ts'
import type { PbxEvent, Roster } from '../../../src/emulator/types.ts'
import { playFloor } from './callFloor.ts'
import type { FloorTraffic } from './callFloor.ts'

/** What the PBX told at `at`, epoch ms of site time. */
export interface FloorEvent extends PbxEvent {
  readonly at: number
}

export interface FloorEventsOptions {
  readonly roster: Roster
  readonly traffic: Pick<FloorTraffic, 'callsPerSecond' | 'meanTalkMs' | 'meanRingMs'>
  /** Epoch ms of site time. */
  readonly start: number
  readonly seed: number
}

/** All that an exchange tells of its calls, second by second, without an end; the same options give the same events. */
export function* floorEvents(options: FloorEventsOptions): Generator<readonly FloorEvent[], never> {
  const { roster, traffic, start, seed } = options
  const clock = steppedClock(start)
  const random = seededRandom(seed)
  const exchange = createExchange({ clock, extensions: extensionsOf(roster), random })
  let told: FloorEvent[] = []
  exchange.subscribe(({ type, session }) => told.push({ type, session, at: clock.now() }))
  const extensions = (people: readonly { readonly extension: string }[]): readonly string[] =>
    people.map(({ extension }) => extension)
  playFloor(
    createStage(exchange),
    { ...traffic, agents: extensions(roster.agents), queues: extensions(roster.queues) },
    seededRandom(seed, 1),
  )
  for (let second = 1; ; second++) {
    clock.advanceTo(start + second * 1000)
    yield told
    told = []
  }
}
