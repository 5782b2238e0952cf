import { expect, test } from 'vitest'
import { readHistory } from '@/server/records/lists/readHistory.ts'
import { row } from './historyBuilder.ts'
import { quietStage } from './quietStage.ts'
import type { QuietStage } from './quietStage.ts'
import { call, step, ten } from './recordBuilder.ts'
import { report } from './recordsStage.ts'

const minute = 60
const hour = 60 * minute
const midnight = -10 * hour

/** A wall has seen everything from `ten` on, but for the stretches between these seconds. */
const saw = ({ records }: QuietStage, ...seconds: readonly (readonly [number, number])[]): void => {
  const covered = seconds.map(([from, to]) => [ten + from * 1000, ten + to * 1000] as const)
  records.save({ ...report([]), covered })
}

async function watched(): Promise<QuietStage> {
  const stage = quietStage()
  stage.isWatched = true
  await stage.list(10)
  return stage
}

test('the day is asked for as a whole at first, and later from an hour before what nobody saw', async () => {
  const stage = await watched()
  expect(stage.askedSince).toBe(midnight)
  await stage.list(40 * minute)
  saw(stage, [0, 30 * minute], [31 * minute, 40 * minute])
  await stage.list(40 * minute + 5)
  expect(stage.askedSince).toBe(30 * minute - hour)
  await stage.list(50 * minute)
  saw(stage, [31 * minute, 45 * minute], [46 * minute, 50 * minute])
  await stage.list(50 * minute + 5)
  expect(stage.askedSince).toBe(45 * minute - hour)
})

test('an end that a wall missed is looked for from an hour before its call until the next whole day', async () => {
  const stage = await watched()
  await stage.list(40 * minute)
  saw(stage, [0, 40 * minute])
  stage.wall(call('a', { steps: [...call('a').steps, step(12, 'Ended', { how: 'lost' })] }))
  await stage.list(40 * minute + 5)
  expect(stage.askedSince).toBe(-hour)
  await stage.list(50 * minute)
  saw(stage, [0, 45 * minute], [46 * minute, 50 * minute])
  await stage.list(50 * minute + 5)
  expect(stage.askedSince).toBe(-hour)
})

test('the whole day is asked for again after an hour', async () => {
  const stage = await watched()
  await stage.list(40)
  saw(stage, [0, 30], [31, 40])
  await stage.list(45)
  expect(stage.askedSince).toBe(30 - hour)
  await stage.list(hour + minute)
  expect(stage.askedSince).toBe(midnight)
})

test('what nobody saw shortly before midnight is asked for after it', async () => {
  const stage = await watched()
  const lastHour = 13.5 * hour
  await stage.list(lastHour)
  expect(stage.askedSince).toBe(midnight)
  await stage.list(14 * hour - 60)
  saw(stage, [lastHour, 14 * hour - 120], [14 * hour - 60, 14 * hour])
  await stage.list(14 * hour + 5)
  expect(stage.askedSince).toBe(14 * hour - 120 - hour)
})

test('a day of sixty thousand sessions is read to its end', async () => {
  const size = 60_000
  const rows = Array.from({ length: size }, (_, place) =>
    row(String(place), place / 10, '12345678>5000', 'CallerHungUp'),
  )
  const { rows: read, whole } = await readHistory(
    ({ pageNumber, rowsPerPage }) =>
      Promise.resolve({
        total: size,
        calls: rows.slice(pageNumber * rowsPerPage, (pageNumber + 1) * rowsPerPage),
      }),
    ten,
    ten + size * 100,
  )
  expect([read.length, whole]).toEqual([size, [ten, ten + size * 100]])
})
