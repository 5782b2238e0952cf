import { expect, test } from 'vitest'
import { buildFrom } from '../../../../src/app/records/buildCentre.ts'
import type { StoredDay } from '../../../../src/app/records/buildCentre.ts'
import { popupsOf } from '../../../../src/app/stores/teamPopups.ts'
import type { Centre } from '../../../../src/domain/centre.ts'
import { facts, midnight, settings, story, support } from '../../../support/centre.ts'
import type { Story } from '../../../support/centre.ts'

const at = (second: number): number => midnight + second * 1000
const members = new Set(['1001', '1002', '1003'])

/** What a wall that saw everything has reported. */
function stored({ centre }: Story): StoredDay {
  const records = [...centre.calls()].map((call) => centre.recordOf(call))
  return { revision: 1, covered: centre.covered(), counted: [], records }
}

function build(present: Story, day: StoredDay, second: number): Promise<Centre> {
  const build = buildFrom(
    day,
    settings(),
    () => Promise.resolve(),
    () => 0,
  )
  return build(present.centre, [], at(second))
}

const ringing = facts('a', {
  state: 'Ringing',
  caller: '+3615550101',
  callee: '1001',
  callerName: 'Carla Costa',
})

test('calls that the wall found when it came are not announced when the day is told to it again', async () => {
  const seen = story().open(10, 'a', '+3615550101>1001', 'Ringing').until(20)
  const late = story().lose(1).snapshot(20, ringing).until(21)
  const centre = await build(late, stored(seen), 21)
  expect([...centre.calls()].map(({ id }) => id)).toEqual(['a'])
  expect(popupsOf(centre, members, new Set(), at(21))).toEqual([])
})

test('nor are they when they go on after that, whoever saw them begin', async () => {
  const seen = story().open(10, 'a', '+3615550101>1001', 'Ringing').until(20)
  const late = story().lose(1).snapshot(20, ringing).until(21)
  const centre = await build(late, stored(seen), 21)
  centre.apply({ type: 'changed', at: at(25), session: { ...ringing, state: 'InCall' } })
  expect(popupsOf(centre, members, new Set(), at(25))).toEqual([])
})

test('nor a call of which the wall knew nothing when it read the day, being cut off, and finds when it is back', async () => {
  const seen = story().open(10, 'a', '+3615550101>1001', 'Setup').until(20)
  const centre = await build(story().lose(1).until(15), stored(seen), 15)
  centre.apply({ type: 'snapshot', at: at(22), sessions: [ringing] })
  centre.apply({ type: 'changed', at: at(25), session: { ...ringing, state: 'InCall' } })
  expect(popupsOf(centre, members, new Set(), at(25))).toEqual([])
})

test('a call is found alive by the first of its sessions that the wall knows, not by one that ended unseen', async () => {
  const seen = story()
    .open(10, 'a', '+3615550101>5000', 'InCall')
    .to(14, 'a', 'Redirected')
    .open(14, 'b', '+3615550101>1001', { masterId: 'a' }, 'Ringing')
    .until(20)
  const second = { ...ringing, id: 'b', masterId: 'a' }
  const late = story().lose(1).snapshot(18, second).until(21)
  const centre = await build(late, stored(seen), 21)
  centre.apply({ type: 'changed', at: at(25), session: { ...second, state: 'InCall' } })
  expect([...centre.calls()]).toMatchObject([{ sessions: [{ id: 'a' }, { id: 'b' }] }])
  expect(popupsOf(centre, members, new Set(), at(25))).toEqual([])
})

test('a popup on the screen stays, with the name of the caller', async () => {
  const present = story().open(
    10,
    'a',
    '+3615550101>1001',
    { callerName: 'Carla Costa' },
    'Ringing',
  )
  const centre = await build(present.until(20), stored(present), 20)
  expect(popupsOf(centre, members, new Set(), at(20))).toMatchObject([
    { callId: 'a', caller: { name: 'Carla Costa' } },
  ])
})

test('the new centre is connected since the records cover the time, and alive calls go on', async () => {
  const seen = story().open(10, 'a', '+3615550101>5000', 'InCall').until(60)
  const alive = facts('a', { state: 'InCall', caller: '+3615550101', callee: '5000' })
  const late = story()
    .lose(1)
    .snapshot(60, { ...alive, startedAt: at(10) })
    .until(61)
  const centre = await build(late, stored(seen), 61)
  centre.advance(at(61))
  expect(centre.coveredSince()).toBe(at(0))
  expect(centre.figures('queue:5000').longestWaitNow).toBe(51)
  centre.apply({ type: 'changed', at: at(70), session: { ...alive, state: 'CallerHungUp' } })
  centre.advance(at(80))
  expect(centre.figures('queue:5000')).toMatchObject({ abandoned: 1, averageWaitOfAbandoned: 60 })
})

test('a wall that is not connected knows the day up to where somebody saw it', async () => {
  const seen = story().open(10, 'a', '+3615550101>5000', 'InCall').until(60)
  const away = story().lose(1).until(90)
  const centre = await build(away, stored(seen), 90)
  centre.advance(at(90))
  expect(centre.coveredSince()).toBeUndefined()
  expect([centre.isCovered(at(0), at(60)), centre.isCovered(at(0), at(90))]).toEqual([true, false])
  expect(centre.waiting('queue:5000')).toHaveLength(1)
})

test('ad-hoc teams have the figures of the whole day', async () => {
  const seen = story().open(10, 'a', '+3615550101>1001', 'InCall').to(20, 'a', 'CallerHungUp')
  const team = { ...support, id: 'extensions', queues: [] }
  const make = buildFrom(
    stored(seen),
    settings(),
    () => Promise.resolve(),
    () => 0,
  )
  const centre = await make(story().until(2_000).centre, [team], at(2_000))
  centre.advance(at(2_000))
  expect(centre.figures('team:extensions').answered).toBe(1)
})

test('a wall that reads the day in the moment in which it connects is connected afterwards', async () => {
  const nothing: StoredDay = { revision: 0, covered: [], counted: [], records: [] }
  const centre = await build(story().lose(1).snapshot(20), nothing, 20)
  expect(centre.coveredSince()).toBe(at(20))
  expect(support.agents.map((agent) => centre.agent(agent).state)).not.toContain('unknown')
})

test('what nobody watched before that moment stays unknown', async () => {
  const before: StoredDay = {
    ...{ revision: 0, counted: [], records: [] },
    covered: [[at(0), at(10)]],
  }
  const centre = await build(story().lose(1).snapshot(20), before, 20)
  expect([centre.coveredSince(), centre.isCovered(at(10), at(20))]).toEqual([at(20), false])
})
