import { expect, test } from 'vitest'
import type { CallRecord } from '@/domain/callRecord.ts'
import { createCentre } from '@/domain/centre.ts'
import { mergeRecords } from '@/domain/mergeRecords.ts'
import { recall } from '@/domain/recall.ts'
import { settingsOf } from '@/contract/siteOf.ts'
import { configOf } from '../server/serverStage.ts'

const settings = settingsOf(
  configOf({
    site: { timeZone: 'Europe/Budapest' },
    teams: [{ id: 'support', queues: ['5000'], extensions: ['1001'] }],
  }),
)
const ten = Date.parse('2026-11-23T09:00:00Z')

/** Who waits in the queue, as a wall saw it to the millisecond. */
const waiting: CallRecord = {
  ...{ id: 'a', startedAt: ten + 900, isFromStart: true, isOver: true, outside: ['12345678'] },
  sessions: [{ id: 'a', masterId: 'a', dialed: '5000' }],
  steps: [
    ...[{ session: 0, at: ten + 900, how: 'seen' as const, state: 'InCall' as const }].map(
      (step) => ({ ...step, caller: '12345678', callee: '5000' }),
    ),
    { session: 0, at: ten + 20_000, how: 'seen', state: 'TransferCompleted' },
  ],
}

/** Who was put through in the same second, as the PBX's history tells, which knows whole seconds. */
const talking: CallRecord = {
  ...{ id: 'b', startedAt: ten, isFromStart: false, isOver: true, outside: ['12345678'] },
  sessions: [{ id: 'b', masterId: 'a', dialed: '5000', startedAt: ten }],
  steps: [
    {
      ...{ session: 0, at: ten, how: 'found', state: 'InCall' },
      ...{ caller: '12345678', callee: '1001' },
    },
    { session: 0, at: ten, how: 'found', state: 'CallerHungUp' },
  ],
}

test('a session that began before its master, as it is told, comes behind it all the same', () => {
  const records = mergeRecords([talking, waiting], { records: [], since: undefined })
  const centre = createCentre(settings, ten - 60_000)
  for (const news of recall({ records, covered: [], counted: [] })) centre.recall(news)
  centre.advance(ten + 60_000)
  expect(centre.figures('team:support')).toMatchObject({
    ...{ offered: 1, answered: 1, flowedOut: 0, direct: 0 },
  })
  const [call] = centre.calls()
  expect(call?.sessions.map(({ id }) => id)).toEqual(['a', 'b'])
  const again = createCentre(settings, ten - 60_000)
  const retold = [centre.recordOf(call!)]
  for (const news of recall({ records: retold, covered: [], counted: [] })) again.recall(news)
  again.advance(ten + 60_000)
  expect(again.figures('team:support')).toMatchObject({
    ...{ offered: 1, answered: 1, flowedOut: 0, direct: 0 },
  })
})

test('a call that only a list told is not told on as seen from its start', () => {
  const centre = createCentre(settings, ten - 60_000)
  const [begin, ...rest] = talking.steps
  const listed: CallRecord = {
    ...talking,
    steps: [{ ...begin!, how: 'seen', state: 'Ringing' }, ...rest],
  }
  for (const news of recall({ records: [listed], covered: [], counted: [] })) centre.recall(news)
  const [call] = centre.calls()
  expect(centre.recordOf(call!)).toMatchObject({ isFromStart: false, startedAt: ten })
})

test('what somebody saw after our connection was lost did not end before that', () => {
  const centre = createCentre(settings, ten - 60_000)
  centre.apply({ type: 'snapshot', at: ten - 60_000, sessions: [] })
  centre.apply({ type: 'lost', at: ten - 30_000 })
  const seen: CallRecord = { ...talking, isOver: false, steps: talking.steps.slice(0, 1) }
  for (const news of recall({ records: [seen], covered: [], counted: [] })) centre.recall(news)
  centre.apply({ type: 'snapshot', at: ten + 60_000, sessions: [] })
  const [call] = centre.calls()
  expect(call?.sessions[0]).toMatchObject({ isLost: true, endedAt: ten })
})
