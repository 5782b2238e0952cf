import { expect, test } from 'vitest'
import type { CallRecord } from '@/domain/callRecord.ts'
import { parseConfig } from '@/contract/config.ts'
import { active, config, row } from './historyBuilder.ts'
import { quietStage } from './quietStage.ts'
import { abandoned, answered, call, step, ten } from './recordBuilder.ts'

const lostCall = call('a', {
  steps: [...call('a').steps, step(40, 'Ended', { how: 'lost' })],
})

test('an end that a wall lost is found, at the moment at which it was lost', async () => {
  const stage = quietStage()
  stage.isWatched = true
  stage.wall(lostCall)
  stage.history = [row('a', 0, '12345678>5000', 'CallerHungUp')]
  await stage.list(600)
  expect(stage.steps()).toEqual(['0 0 InCall seen', '40 0 CallerHungUp found'])
  expect(stage.calls()[0]).toMatchObject({ isOver: true, isFromStart: true })
})

test('a session that rang when it was lost turns out to have talked', async () => {
  const stage = quietStage()
  stage.isWatched = true
  const ringing = { caller: '12345678', callee: '1001' }
  stage.wall(call('a', { steps: [step(0, 'Ringing', ringing), step(5, 'Ended', { how: 'lost' })] }))
  stage.history = [row('a', 0, '12345678>1001', 'CalleeHungUp')]
  await stage.list(600)
  expect(stage.steps()).toEqual(['0 0 Ringing seen', '5 0 InCall found', '5 0 CalleeHungUp found'])
})

test('what a wall saw is not touched', async () => {
  const stage = quietStage()
  stage.isWatched = true
  const record = answered('a', 'b')
  stage.wall(record)
  stage.history = [
    row('a', 0, '12345678>5000', 'CalleeHungUp'),
    row('b', 20, '12345678>1001', 'Error'),
  ]
  const before = stage.records.revision()
  await stage.list(600)
  expect(stage.calls()).toEqual([record])
  expect(stage.records.revision()).toBe(before)
})

test('a second reading changes nothing, and the revision grows once', async () => {
  const stage = quietStage()
  stage.wall(lostCall)
  stage.history = [
    row('a', 0, '12345678>5000', 'CallerHungUp'),
    row('x', 30, '87654321>5000', 'TransferCompleted'),
    row('y', 40, '87654321>1001', 'CallerHungUp', { dialed: '5000' }),
  ]
  await stage.list(600)
  const [calls, revision] = [stage.calls(), stage.records.revision()]
  expect(calls.map(({ id }) => id)).toEqual(['a', 'x'])
  await stage.list(4_300)
  expect(stage.calls()).toEqual(calls)
  expect(stage.records.revision()).toBe(revision)
})

test.each<[string, CallRecord]>([
  ['seen to its end', abandoned('x')],
  ['that goes on', call('x', { steps: [...call('x').steps, step(500, 'InCall')] })],
])(
  'a report of a wall of a call %s takes the place of what the history told',
  async (_, record) => {
    const stage = quietStage()
    stage.history = [row('x', 0, '12345678>5000', 'CallerHungUp')]
    await stage.list(600)
    const before = stage.records.revision()
    stage.wall(record)
    expect(stage.calls()).toEqual([record])
    expect(stage.records.revision()).toBeGreaterThan(before)
  },
)

test('where ids differ a row is known by its parties and begin, each once, in either order', async () => {
  const stage = quietStage()
  stage.isWatched = true
  stage.wall(abandoned('js1'))
  stage.history = [
    row('http1', 2, '12345678>5000', 'CallerHungUp'),
    row('http2', 3, '12345678>5000', 'CallerHungUp'),
    row('http3', 100, '87654321>5000', 'CallerHungUp'),
  ]
  await stage.list(600)
  expect(stage.calls().map(({ id }) => id)).toEqual(['js1', 'http2', 'http3'])
  const at = ten + 101_000
  const steps = [
    step(101, 'InCall', { caller: '87654321', callee: '5000' }),
    step(120, 'CallerHungUp'),
  ]
  stage.wall(abandoned('js3', 0, { startedAt: at, steps }))
  expect(stage.calls().map(({ id }) => id)).toEqual(['js1', 'http2', 'js3'])
})

test('where ids agree nobody is taken for somebody of the same parties', async () => {
  const stage = quietStage()
  stage.isWatched = true
  stage.wall(abandoned('a'))
  stage.history = [
    row('a', 0, '12345678>5000', 'CallerHungUp'),
    row('b', 1, '12345678>5000', 'CallerHungUp'),
  ]
  await stage.list(600)
  stage.wall(
    abandoned('c', 9, {
      startedAt: ten + 2_000,
      steps: [step(2, 'InCall', { caller: '12345678', callee: '5000' }), step(9, 'CallerHungUp')],
    }),
  )
  expect(stage.calls().map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('masked numbers do not hide that a row and a record are one', async () => {
  const masked = parseConfig({
    pbx: { address: '192.0.2.10', services: ['50'] },
    site: { timeZone: 'Europe/Budapest' },
    privacy: { storeMasked: true },
    teams: [{ id: 'support', queues: ['5000'], extensions: ['1001'] }],
  }).config
  const stage = quietStage(masked ?? config)
  stage.isWatched = true
  stage.wall(abandoned('js1'))
  stage.history = [
    row('http1', 2, '12345678>5000', 'CallerHungUp'),
    row('http2', 50, '87654321>5000', 'CallerHungUp'),
  ]
  await stage.list(600)
  expect(stage.calls().map(({ id }) => id)).toEqual(['js1', 'http2'])
  expect(JSON.stringify(stage.calls())).not.toMatch(/12345678|87654321/)
})

test('the history is asked at the start, when a wall comes, after a failure and every hour', async () => {
  const stage = quietStage()
  const asksAt = async (seconds: number): Promise<boolean> => {
    const before = stage.asked
    await stage.list(seconds)
    return stage.asked > before
  }
  expect(await asksAt(0)).toBe(true)
  expect(await asksAt(5)).toBe(false)
  stage.isWatched = true
  expect(await asksAt(10)).toBe(true)
  expect(await asksAt(15)).toBe(false)
  stage.watcher.miss()
  expect(await asksAt(20)).toBe(true)
  expect(await asksAt(3_600)).toBe(false)
  expect(await asksAt(3_625)).toBe(true)
})

test('a history that is refused is not asked at every list, and says so', async () => {
  const stage = quietStage()
  stage.history = undefined
  for (let seconds = 0; seconds <= 300; seconds += 5) await stage.list(seconds)
  expect(stage.asked).toBe(2)
  expect(stage.outcomes).toEqual([expect.objectContaining({ code: 'denied' }), expect.anything()])
  stage.history = []
  await stage.list(605)
  expect(stage.outcomes.at(-1)).toBeUndefined()
})

test('a call that is listed while nobody watches is stored with the moments that the PBX measures', async () => {
  const stage = quietStage()
  stage.history = undefined
  await stage.list(10, active('a', 2, '12345678>5000', 'InCall', 7))
  await stage.list(
    15,
    active('a', 2, '12345678>5000', 'TransferCompleted', 12),
    active('b', 13, '12345678>1001', 'Ringing'),
  )
  await stage.list(20, active('b', 13, '12345678>1001', 'InCall', 3))
  await stage.list(25, active('b', 13, '12345678>1001', 'OnHold', 8))
  for (const seconds of [30, 35, 40, 45, 50]) await stage.list(seconds)
  expect(stage.steps()).toEqual([
    '2 0 Ringing seen',
    '3 0 InCall seen',
    '13 1 Ringing seen',
    '15 0 Transferring found',
    '17 1 InCall seen',
    '20 0 Ended found',
    '25 1 OnHold found',
    '30 1 Ended found',
  ])
  expect(stage.calls()[0]).toMatchObject({ isFromStart: false, isOver: true })
})

test('how a listed call ended comes from the history', async () => {
  const stage = quietStage()
  await stage.list(10, active('a', 2, '12345678>5000', 'InCall', 7))
  stage.history = [row('a', 2, '12345678>5000', 'CallerHungUp')]
  await stage.list(15)
  expect(stage.steps()).toEqual(['2 0 Ringing seen', '3 0 InCall seen', '15 0 CallerHungUp found'])
})

test('a call that one list leaves out has not ended', async () => {
  const stage = quietStage()
  const listed = active('a', 2, '12345678>5000', 'InCall', 7)
  await stage.list(10, listed)
  await stage.list(15)
  await stage.list(20, listed)
  expect(stage.steps()).toEqual(['2 0 Ringing seen', '3 0 InCall seen'])
  expect(stage.calls()[0]?.isOver).toBe(false)
})

test('while a wall watches no call is stored from a list', async () => {
  const stage = quietStage()
  stage.isWatched = true
  await stage.list(10, active('a', 2, '12345678>5000', 'InCall', 7))
  expect(stage.calls()).toEqual([])
})

test('a call that a wall has begun to tell is left alone when the wall is gone', async () => {
  const stage = quietStage()
  stage.wall(call('a'))
  await stage.list(30, active('a', 0, '12345678>5000', 'InCall', 30))
  await stage.list(35)
  expect(stage.calls()).toEqual([call('a')])
  stage.history = [row('a', 0, '12345678>5000', 'CallerHungUp')]
  stage.watcher.miss()
  await stage.list(40)
  expect(stage.steps()).toEqual(['0 0 InCall seen', '0 0 CallerHungUp found'])
})

test('a begin that cannot be is not believed', async () => {
  const stage = quietStage()
  await stage.list(10, active('a', 60, '12345678>5000', 'Ringing'))
  expect(stage.steps()).toEqual(['10 0 Ringing found'])
})
