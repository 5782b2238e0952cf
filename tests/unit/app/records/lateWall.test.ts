import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseConfig } from '../../../../src/contract/config.ts'
import type { Centre } from '../../../../src/domain/centre.ts'
import type { SnapshotEvent } from '../../../../src/domain/sessionEvent.ts'
import { openRecords } from '../../../../src/server/records/openRecords.ts'
import type { Records } from '../../../../src/server/records/openRecords.ts'
import { differences } from '../../../support/compareFigures.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import { randomDay } from '../../../support/randomDay.ts'
import type { Day } from '../../../support/randomDay.ts'
import { factsOf, startRecordingWall } from '../../../support/recordingWall.ts'
import type { RecordingWall } from '../../../support/recordingWall.ts'
import { dayStartOf } from '../../../support/tellDay.ts'

const hourMs = 3_600_000
const { config } = parseConfig({ pbx: { address: '127.0.0.1' } })
if (config === undefined) throw new Error('the smallest config is wrong')

/** The records of a server without a disk; `now` is epoch ms of site time. */
function recordsOf(now: () => number): Records {
  return openRecords({
    file: ':memory:',
    config: () => config,
    clock: { now },
    timers: createManualTimers(),
    log: () => undefined,
  })
}

function snapshotOf(centre: Centre, at: number): SnapshotEvent {
  return { type: 'snapshot', at, sessions: [...centre.calls()].flatMap(factsOf) }
}

/** Two walls, the second of them switched on with the event at `index`; how their figures differ in the end. */
async function livedApart({ settings, events, minutes }: Day, index: number): Promise<string[]> {
  const first = events[0]!.at
  let now = first
  const server = recordsOf(() => now)
  const options = { settings, server, now: () => now }
  const walls = [startRecordingWall({ ...options, startsAt: now })]
  const [early] = walls as [RecordingWall]
  /** Time passes for everybody, in steps in which walls report; of a long silence only the first minute. */
  const passTo = async (at: number): Promise<void> => {
    for (let step = 0; step < 12 && now + 5_000 <= at; step++) {
      now += 5_000
      for (const wall of walls) {
        wall.centre().advance(now)
        await wall.pass(5_000)
      }
    }
    now = at
    for (const wall of walls) wall.centre().advance(now)
  }
  for (const [place, event] of events.entries()) {
    await passTo(event.at)
    for (const wall of walls) wall.hear(event)
    if (place !== index) continue
    const late = startRecordingWall({ ...options, startsAt: now })
    late.hear(snapshotOf(early.centre(), now))
    late.records.connected()
    walls.push(late)
  }
  await passTo(now + hourMs)
  for (const wall of walls) wall.records.stop()
  server.close()
  const days = new Set([dayStartOf(settings, events[1]!.at), dayStartOf(settings, now)])
  return [...days].flatMap((day) =>
    differences(settings, walls[1]!.centre(), early.centre(), day, minutes),
  )
}

test(
  'a wall that is switched on in the middle of a day has every figure of one that saw it all',
  {
    timeout: 120_000,
  },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomDay({ hasMasters: true, maxCalls: 6 }), fc.nat(), async (day, nat) => {
        const index = 1 + (nat % (day.events.length - 1))
        expect(await livedApart(day, index)).toEqual([])
      }),
      { numRuns: 30 },
    )
  },
)
