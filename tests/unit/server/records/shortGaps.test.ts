import { expect, test } from 'vitest'
import { mergeRecords } from '@/domain/mergeRecords.ts'
import { row } from './historyBuilder.ts'
import { quietStage } from './quietStage.ts'
import type { QuietStage } from './quietStage.ts'
import { call, step, ten } from './recordBuilder.ts'
import { report } from './recordsStage.ts'

/** A stage with a wall, whose history was read ten seconds after `ten`. */
async function watched(): Promise<QuietStage> {
  const stage = quietStage()
  stage.isWatched = true
  await stage.list(10)
  return stage
}

const saw = ({ records }: QuietStage, ...seconds: readonly (readonly [number, number])[]): void => {
  const covered = seconds.map(([from, to]) => [ten + from * 1000, ten + to * 1000] as const)
  records.save({ ...report([]), covered })
}

test('a gap in what the walls have told is filled at the next list, and once', async () => {
  const stage = await watched()
  saw(stage, [0, 30])
  await stage.list(35)
  const before = stage.asked
  saw(stage, [31, 40])
  stage.history = [row('a', 30, '12345678>5000', 'CallerHungUp')]
  await stage.list(45)
  expect(stage.calls().map(({ id }) => id)).toEqual(['a'])
  const after = stage.asked
  expect(after).toBeGreaterThan(before)
  await stage.list(50)
  expect(stage.asked).toBe(after)
})

test('a gap that the history cannot fill is not asked for at every list', async () => {
  const stage = await watched()
  stage.history = undefined
  saw(stage, [0, 30], [31, 40])
  await stage.list(45)
  const { asked } = stage
  await stage.list(50)
  expect(stage.asked).toBe(asked)
})

test('an end that a wall reports as unseen is asked for at the next list', async () => {
  const stage = await watched()
  stage.wall(call('a', { steps: [...call('a').steps, step(12, 'Ended', { how: 'lost' })] }))
  stage.history = [row('a', 0, '12345678>5000', 'CallerHungUp')]
  await stage.list(15)
  expect(stage.steps()).toEqual(['0 0 InCall seen', '12 0 CallerHungUp found'])
})

test('an end that is found of a call that nobody saw move on stays behind what was seen of it', async () => {
  const stage = quietStage()
  const [begun] = call('a').steps
  if (begun === undefined) throw new Error('a call without a step')
  stage.wall(call('a', { steps: [{ ...begun, turn: 2 }] }))
  const follower = call('b', {
    isFromStart: false,
    sessions: [{ id: 'b', masterId: 'a', dialed: '' }],
    steps: [step(50, 'InCall', { caller: '12345678', callee: '1001' })],
  })
  stage.history = [row('a', 0, '12345678>5000', 'TransferCompleted')]
  await stage.list(15)
  const [merged] = mergeRecords(stage.calls(), { records: [follower], since: ten })
  expect(merged?.steps.map(({ state }) => state)).toEqual(['InCall', 'TransferCompleted', 'InCall'])
})
