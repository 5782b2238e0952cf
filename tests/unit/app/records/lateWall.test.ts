import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Centre } from '../../../../src/domain/centre.ts'
import type { SnapshotEvent } from '../../../../src/domain/sessionEvent.ts'
import { openRecords } from '../../../../src/server/records/openRecords.ts'
import type { Records } from '../../../../src/server/records/openRecords.ts'
import { differences } from '../../../support/compareFigures.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import { randomDay } from '../../../support/randomDay.ts'
import type { Day } from '../../../support/randomDay.ts'
import { factsOf, startRecordingWall } from '../../../support/recordingWall.ts'
import { dayStartOf } from '../../../support/tellDay.ts'
import { configOf } from '../../server/serverStage.ts'

const hourMs = 3_600_000
const site = configOf()

/** The records of a server without a disk; `now` is epoch ms of site time. */
function recordsOf(now: () => number): Records {
  return openRecords({
    file: ':memory:',
    config: () => site,
    clock: { now },
    timers: createManualTimers(),
    log: () => undefined,
  })
}

function snapshotOf(centre: Centre, at: number): SnapshotEvent {
  return { type: 'snapshot', at, sessions: [...centre.calls()].flatMap(factsOf) }
}

/** After which events the second of two walls goes away, `undefined` for from the beginning, and comes back. */
interface Absence {
  readonly goes: number | undefined
  readonly comes: number
}

/** Two walls, one of which is away for a while; how their figures differ in the end. */
async function livedApart(
  { settings, events, minutes }: Day,
  { goes, comes }: Absence,
): Promise<string[]> {
  let now = events[0]!.at
  const server = recordsOf(() => now)
  const options = { settings, server, now: () => now }
  const always = startRecordingWall({ ...options, startsAt: now })
  let other = goes === undefined ? undefined : startRecordingWall({ ...options, startsAt: now })
  let isAway = other === undefined
  /** Time passes for everybody, in steps in which walls report; of a long silence only the first minute. */
  const passTo = async (at: number): Promise<void> => {
    for (let step = 0; step < 12 && now + 5_000 <= at; step++) {
      now += 5_000
      for (const wall of [always, other]) {
        wall?.centre().advance(now)
        await wall?.pass(5_000)
      }
    }
    now = at
    for (const wall of [always, other]) wall?.centre().advance(now)
  }
  for (const [place, event] of events.entries()) {
    await passTo(event.at)
    always.hear(event)
    if (!isAway) other?.hear(event)
    if (place === goes) {
      other?.hear({ type: 'lost', at: now })
      isAway = true
    }
    if (place !== comes) continue
    other ??= startRecordingWall({ ...options, startsAt: now })
    other.hear(snapshotOf(always.centre(), now))
    other.records.connected()
    isAway = false
  }
  await passTo(now + hourMs)
  for (const wall of [always, other]) wall?.records.stop()
  server.close()
  const days = new Set([dayStartOf(settings, events[1]!.at), dayStartOf(settings, now)])
  return [...days].flatMap((day) =>
    differences(settings, other!.centre(), always.centre(), day, minutes),
  )
}

/** Two different events of a day, in order. */
function twoOf({ events }: Day, one: number, two: number): readonly [number, number] {
  const first = one % (events.length - 1)
  return [first, first + 1 + (two % (events.length - first - 1))]
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
        expect(await livedApart(day, { goes: undefined, comes: index })).toEqual([])
      }),
      { numRuns: 30 },
    )
  },
)

test(
  'a wall that lost its connection for a while has every figure of one that did not',
  {
    timeout: 120_000,
  },
  async () => {
    const day = randomDay({ hasMasters: true, maxCalls: 6 })
    await fc.assert(
      fc.asyncProperty(day, fc.nat(), fc.nat(), async (lived, one, two) => {
        const [goes, comes] = twoOf(lived, one, two)
        // Less, with the same calls after as before, is taken for no absence.
        fc.pre(lived.events[comes]!.at - lived.events[goes]!.at > 2_000)
        expect(await livedApart(lived, { goes, comes })).toEqual([])
      }),
      { numRuns: 30 },
    )
  },
)
