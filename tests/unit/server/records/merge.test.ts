import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallRecord } from '@/domain/callRecord.ts'
import { openRecords } from '@/server/records/openRecords.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import { configOf } from '../serverStage.ts'
import { abandoned, answered, call, session, step, ten } from './recordBuilder.ts'
import { callsOf, inBudapest, report } from './recordsStage.ts'

const config = configOf(inBudapest)

const store = () => {
  const time = createManualTimers(ten + 60_000)
  return openRecords({
    file: ':memory:',
    config: () => config,
    clock: time,
    timers: time,
    log: () => undefined,
  })
}

const open = call('a')
const longer = call('a', { steps: [...open.steps, step(9, 'OnHold')] })
const over = abandoned('a')
const elsewhere = abandoned('a', 31)
const late = abandoned('a', 30, { isFromStart: false })
const whole = answered('a', 'b')
const tail = call('b', {
  isFromStart: false,
  startedAt: ten + 20_000,
  sessions: [session('b', { masterId: 'a' })],
  steps: [step(40, 'InCall', { how: 'found', caller: '12345678', callee: '1001' })],
})
const tailOver = { ...tail, isOver: true, steps: [...tail.steps, step(90, 'CallerHungUp')] }
const lost = call('a', { steps: [...open.steps, step(40, 'Ended', { how: 'lost' })] })
const foundEnd = {
  ...over,
  steps: [...open.steps, step(0, 'CallerHungUp', { how: 'found' })],
}
const foundWhole = {
  ...whole,
  isFromStart: false,
  steps: whole.steps.map((each) => ({ ...each, how: 'found' as const })),
}
const tomorrow = call('a', { startedAt: ten + 13 * 3_600_000, steps: [step(13 * 3_600, 'InCall')] })

test.each<[string, CallRecord[], CallRecord[]]>([
  ['a later report of an open call replaces the earlier', [open, longer], [longer]],
  ['an earlier report that comes late changes nothing', [longer, open], [longer]],
  ['an end wins over none', [open, over], [over]],
  ['nothing takes an end away', [over, longer], [over]],
  ['of equals the first stays', [over, elsewhere], [over]],
  ['who saw the start wins over who saw the end only', [late, open], [open]],
  ['who came late does not replace who saw the start', [open, late], [open]],
  ['more sessions win', [over, whole], [whole]],
  ['the whole call takes the place of a part with another id', [tail, whole], [whole]],
  ['a part with another id is not stored beside the whole', [whole, tailOver], [whole]],
  ['the whole call takes the place of all its parts', [open, tail, whole], [whole]],
  ['an end that somebody saw replaces one that was looked up', [foundEnd, over], [over]],
  ['an end that was looked up does not replace one that somebody saw', [over, foundEnd], [over]],
  [
    'a part that somebody saw does not replace a whole that was looked up',
    [foundWhole, tailOver],
    [foundWhole],
  ],
  ['a lost end gives way to an end', [lost, over], [over]],
  ['an id that comes again after half a day is another call', [over, tomorrow], [over, tomorrow]],
])('%s', (_, reports, expected) => {
  const records = store()
  for (const record of reports) records.save(report([record]))
  expect(callsOf(records)).toEqual(expected)
})

test('every reported id is stored, in this form or in a fuller one', () => {
  const records = store()
  expect(records.save(report([whole])).stored).toEqual(['a'])
  expect(records.save(report([tailOver]))).toEqual({ stored: ['b'], isBehind: true })
})

test.each<[string, CallRecord[], CallRecord, boolean]>([
  ['is not behind when it tells something new', [open], longer, false],
  ['is not behind when it tells the same', [over], over, false],
  ['is not behind when it tells something as full', [over], elsewhere, false],
  ['is behind when another one saw more', [whole], over, true],
  ['is behind when it knows a part of a call only', [whole], tail, true],
])('a wall %s', (_, reports, last, isBehind) => {
  const records = store()
  for (const record of reports) records.save(report([record]))
  expect(records.save(report([last])).isBehind).toBe(isBehind)
})

test.each<[string, CallRecord[], CallRecord, boolean]>([
  ['grows when a call that was over is corrected', [over], whole, true],
  ['grows when a lost end is found', [lost], over, true],
  ['grows when two parts turn out to be one call', [tail], whole, true],
  ['stays at the progress of an open call', [open], over, false],
  ['stays at a report that is not fuller', [over], elsewhere, false],
  ['stays at the same report again', [over], over, false],
  ['stays at a new call', [], open, false],
])('the revision %s', (_, reports, last, grows) => {
  const records = store()
  for (const record of reports) records.save(report([record]))
  const before = records.revision()
  const told: number[] = []
  records.onRevision((revision) => told.push(revision))
  records.save(report([last]))
  expect(records.revision() > before).toBe(grows)
  expect(told).toEqual(grows ? [records.revision()] : [])
})

test('the revision grows at a call that is told long after it was over', () => {
  const time = createManualTimers(ten + 600_000)
  const records = openRecords({
    file: ':memory:',
    config: () => config,
    clock: time,
    timers: time,
    log: () => undefined,
  })
  const before = records.revision()
  records.save(report([over]))
  expect(records.revision()).toBeGreaterThan(before)
})

/** Reports of one call by walls that saw it from the start, later or only its end; the last is the whole story. */
const reportsOfCall = fc
  .record({
    number: fc.integer({ min: 0, max: 99 }),
    sessions: fc.integer({ min: 1, max: 4 }),
    cuts: fc.array(fc.record({ from: fc.nat(3), steps: fc.nat(7) }), { maxLength: 5 }),
  })
  .map(({ number, sessions, cuts }) => {
    const ids = Array.from({ length: sessions }, (_, place) => `c${number}s${place}`)
    const told = (from: number, steps: number): CallRecord => {
      const own = ids.slice(Math.min(from, sessions - 1))
      const first = sessions - own.length
      const shown = own.slice(0, Math.floor(steps / 2) + 1)
      const isOver = steps >= own.length * 2 - 1
      return call(shown[0]!, {
        startedAt: ten + first * 10_000,
        isFromStart: first === 0,
        isOver,
        sessions: shown.map((id) => session(id, { masterId: ids[0]! })),
        steps: shown.flatMap((_, place) => {
          const began = step((first + place) * 10, 'InCall', { session: place })
          const hasEnded = isOver || place < shown.length - 1 || steps % 2 === 1
          const end = step((first + place) * 10 + 5, 'CallerHungUp', { session: place })
          return hasEnded ? [began, end] : [began]
        }),
      })
    }
    return [...cuts.map(({ from, steps }) => told(from, steps)), told(0, sessions * 2)]
  })

const someCalls = fc.uniqueArray(reportsOfCall, {
  maxLength: 4,
  selector: (reports) => reports.at(-1)?.id,
})

test('any order and repetition of reports ends in the same records, no session in two of them', () => {
  fc.assert(
    fc.property(
      someCalls.chain((reports) => {
        const all = reports.flat()
        return fc.record({
          whole: fc.constant(reports.map((each) => each.at(-1)!)),
          first: fc.shuffledSubarray(all, { minLength: all.length }),
          again: fc.shuffledSubarray(all),
        })
      }),
      ({ whole, first, again }) => {
        const records = store()
        for (const record of [...first, ...again]) {
          records.save(report([record]))
          const ids = callsOf(records).flatMap(({ sessions }) => sessions.map(({ id }) => id))
          expect(new Set(ids).size).toBe(ids.length)
        }
        const byId = (one: CallRecord, other: CallRecord): number => (one.id < other.id ? -1 : 1)
        expect([...callsOf(records)].sort(byId)).toEqual([...whole].sort(byId))
      },
    ),
    { numRuns: 60 },
  )
})
