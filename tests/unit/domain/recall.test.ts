import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallRecord } from '../../../src/domain/callRecord.ts'
import { createCentre } from '../../../src/domain/centre.ts'
import type { Centre } from '../../../src/domain/centre.ts'
import { recall } from '../../../src/domain/recall.ts'
import type { CentreSettings } from '../../../src/domain/settings.ts'
import type { Stretch } from '../../../src/domain/stretch.ts'
import { differences } from '../../support/compareFigures.ts'
import { randomDay } from '../../support/randomDay.ts'
import type { Day } from '../../support/randomDay.ts'
import { dayStartOf, endOf } from '../../support/tellDay.ts'

const hourMs = 3_600_000

interface Lived {
  readonly centre: Centre
  readonly records: readonly CallRecord[]
}

/** A centre that lived the day until `now`, and the last record of every call of it, as a wall would report them. */
function live({ settings, events }: Day, now: number): Lived {
  const centre = createCentre(settings, events[0]!.at)
  const records = new Map<string, CallRecord>()
  const report = (): void => {
    const present = [...centre.calls()].map((call) => centre.recordOf(call))
    for (const record of present) {
      for (const { id } of record.sessions) records.delete(id)
      records.set(record.id, record)
    }
  }
  for (const event of events) {
    if (event.at > now) break
    centre.apply(event)
    report()
  }
  centre.advance(now)
  return { centre, records: [...records.values()] }
}

function tellAgain(
  settings: CentreSettings,
  records: readonly CallRecord[],
  covered: readonly Stretch[],
  now: number,
): Centre {
  const centre = createCentre(settings, covered[0]?.[0] ?? now)
  for (const news of recall({ records, covered, counted: [] })) {
    if (news.at <= now) centre.recall(news)
  }
  centre.advance(now)
  return centre
}

function disagreements(day: Day, now: number, change = (record: CallRecord) => record): string[] {
  const { settings, events, minutes } = day
  const { centre, records } = live(day, now)
  const changed = fc
    .sample(fc.shuffledSubarray([...records], { minLength: records.length }), {
      numRuns: 1,
      seed: 7,
    })[0]!
    .map(change)
  const again = tellAgain(settings, changed, [[events[0]!.at, now]], now)
  const days = new Set([dayStartOf(settings, events[1]!.at), dayStartOf(settings, now)])
  return [...days].flatMap((one) => differences(settings, again, centre, one, minutes))
}

/** As the server stores records where numbers must not be kept. */
function masked(record: CallRecord): CallRecord {
  const names = new Map(record.outside.map((id, index) => [id, `•••${index}`]))
  const mask = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (names.get(id) ?? id)
  return {
    ...record,
    outside: [...names.values()],
    sessions: record.sessions.map((one) => ({ ...one, dialed: mask(one.dialed) ?? '' })),
    steps: record.steps.map((step) => ({
      ...step,
      caller: mask(step.caller),
      callee: mask(step.callee),
    })),
  }
}

test.each([true, false])(
  'a day told again from the records of its calls has every figure of the day that was lived, with master ids: %s',
  { timeout: 60_000 },
  (hasMasters) => {
    fc.assert(
      fc.property(randomDay({ hasMasters, maxCalls: 6 }), (day) => {
        expect(disagreements(day, endOf(day) + hourMs)).toEqual([])
      }),
      { numRuns: 60 },
    )
  },
)

test('masked numbers change no figure of a day that is told again', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(randomDay({ hasMasters: false, maxCalls: 6 }), (day) => {
      expect(disagreements(day, endOf(day) + hourMs, masked)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test(
  'a day told again in the middle of it goes on with the calls that are alive',
  {
    timeout: 60_000,
  },
  () => {
    fc.assert(
      fc.property(randomDay({ hasMasters: true, maxCalls: 6 }), fc.nat(), (day, index) => {
        const { at } = day.events[1 + (index % (day.events.length - 1))]!
        expect(disagreements(day, at)).toEqual([])
      }),
      { numRuns: 60 },
    )
  },
)
