import { expect, test } from 'vitest'
import { createZone } from '../../../src/domain/zone.ts'
import { emptyTally } from '../../../src/domain/tally.ts'
import { replayTraffic } from '../../../src/emulator/traffic/replay.ts'
import { rosterOfRows } from '../../../src/emulator/traffic/rowRoster.ts'
import { seat, settings } from '../../support/centre.ts'
import { emulatedCentre } from '../../support/emulatedCentre.ts'
import { hasOctober, octoberRows, truthOf } from '../../support/october.ts'

const timeZone = 'Asia/Jerusalem'

/** Counts a real day by replaying it through sessions; every half-hour, those without calls too. */
function countDay(date: string): Record<string, readonly number[]> {
  const rows = octoberRows(date)
  const midnight = createZone(timeZone).dayStart(Date.parse(`${date}T12:00:00Z`), 0)
  const roster = rosterOfRows(rows)
  const queues = roster.queues.map(({ extension }) => extension)
  const team = {
    id: 'bank',
    name: 'Bank',
    queues,
    agents: roster.agents.map(({ extension }) => seat(extension)),
  }
  const { centre, advanceTo } = emulatedCentre(
    settings({
      teams: [team],
      serviceLevel: { answerWithinMs: 20_000, shortAbandonMs: 0, formula: 'offered' },
    }),
    roster,
    midnight - 1000,
    replayTraffic(rows, { dayStart: () => midnight, ringSeconds: 4 }),
  )
  advanceTo(midnight + 30 * 3_600_000)
  const scopes = queues.map((queue) => `queue:${queue}`)
  const counted: Record<string, readonly number[]> = {}
  for (const { start, tally } of centre.visits.intervals(scopes, midnight, midnight + 86_399_000)) {
    const { offered, answered, abandoned, answeredWithin } = tally
    counted[centre.zone.toIso(start).slice(11, 16)] = [offered, answered, abandoned, answeredWithin]
    const { waiting, lost, flowedOut, shortAbandoned } = tally
    expect({ waiting, lost, flowedOut, shortAbandoned }).toEqual(
      (({ waiting, lost, flowedOut, shortAbandoned }) => ({
        waiting,
        lost,
        flowedOut,
        shortAbandoned,
      }))(emptyTally()),
    )
  }
  return counted
}

if (!hasOctober) {
  test('the records of the real call centre are not on this machine: the real month was not run', () => {
    expect(hasOctober).toBe(false)
  })
}

const dates = Array.from({ length: 31 }, (_, day) => `1999-10-${String(day + 1).padStart(2, '0')}`)

test.runIf(hasOctober).each(dates)('on %s every half-hour counts what the file counts', (date) => {
  const counted = countDay(date)
  const truth = new Map(
    truthOf(date).intervals.map((row) => [
      row.interval,
      [row.offered, row.answered, row.abandoned, row.answeredWithin20],
    ]),
  )
  expect(Object.keys(counted)).toHaveLength(48)
  for (const [interval, numbers] of Object.entries(counted)) {
    expect([interval, ...numbers]).toEqual([interval, ...(truth.get(interval) ?? [0, 0, 0, 0])])
  }
})
