import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCentre } from '../../../../src/domain/centre.ts'
import type { Centre } from '../../../../src/domain/centre.ts'
import type { SnapshotEvent } from '../../../../src/domain/sessionEvent.ts'
import { openRecords } from '../../../../src/server/records/openRecords.ts'
import { differences } from '../../../support/compareFigures.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import { randomDay } from '../../../support/randomDay.ts'
import type { Day } from '../../../support/randomDay.ts'
import { factsOf, startRecordingWall } from '../../../support/recordingWall.ts'
import type { RecordingWall } from '../../../support/recordingWall.ts'
import { dayStartOf } from '../../../support/tellDay.ts'
import { configOf } from '../../server/serverStage.ts'

/** After which events of a day a wall loses its connection, and has it again. */
interface Absence {
  readonly goes: number
  readonly comes: number
}

const site = configOf()

/**
 * Two walls with one server and no history of the PBX, each away at its own time, perhaps together; how their figures
 * differ ten seconds after the last event.
 */
async function livedApart(
  { settings, events, minutes }: Day,
  absences: readonly Absence[],
): Promise<readonly string[]> {
  let now = events[0]!.at
  const server = openRecords({
    file: ':memory:',
    config: () => site,
    clock: { now: () => now },
    timers: createManualTimers(),
    log: () => undefined,
  })
  const options = { settings, startsAt: now, server, now: () => now }
  const walls = absences.map(() => startRecordingWall(options))
  const pbx = createCentre(settings, now)
  const passTo = async (at: number): Promise<void> => {
    // Of a long silence the first and the last half minute are enough.
    const silentFrom = now + 30_000
    while (now < at) {
      if (now >= silentFrom) now = Math.max(now, at - 30_000)
      const ms = Math.min(1_000, at - now)
      now += ms
      for (const wall of walls) {
        wall.centre().advance(now)
        await wall.pass(ms)
      }
    }
  }
  const tell = (wall: RecordingWall, { goes, comes }: Absence, place: number): void => {
    const event = events[place]!
    if (place <= goes || place > comes) wall.hear(event)
    if (place === goes) wall.hear({ type: 'lost', at: now })
    if (place !== comes) return
    wall.hear(snapshotOf(pbx, now))
    wall.records.connected()
  }
  for (const [place, event] of events.entries()) {
    await passTo(event.at)
    pbx.apply(event)
    for (const [each, wall] of walls.entries()) tell(wall, absences[each]!, place)
  }
  await passTo(now + 10_000)
  for (const wall of walls) wall.records.stop()
  server.close()
  const [one, other] = walls.map((wall) => wall.centre())
  return differences(settings, one!, other!, dayStartOf(settings, now), minutes)
}

function snapshotOf(pbx: Centre, at: number): SnapshotEvent {
  return { type: 'snapshot', at, sessions: [...pbx.calls()].flatMap(factsOf) }
}

const absence = ({ events }: Day): fc.Arbitrary<Absence> =>
  fc
    .tuple(fc.nat(events.length - 2), fc.nat(events.length - 2))
    .map(([goes, more]) => ({ goes, comes: Math.min(goes + 1 + more, events.length - 1) }))
    // Less, with the same calls after as before, is taken for no absence.
    .filter(({ goes, comes }) => events[comes]!.at - events[goes]!.at > 2_000)

test(
  'two walls that were cut off at different times show the same figures of the day ten seconds later',
  { timeout: 120_000 },
  async () => {
    const lives = randomDay({ hasMasters: true, maxCalls: 6 })
      .filter(({ events }) => events[events.length - 1]!.at - events[0]!.at > 10_000)
      .chain((day) => fc.tuple(fc.constant(day), absence(day), absence(day)))
    await fc.assert(
      fc.asyncProperty(lives, async ([day, one, other]) => {
        expect(await livedApart(day, [one, other])).toEqual([])
      }),
      { numRuns: 50 },
    )
  },
)
