import { expect, test } from 'vitest'
import { without } from '@/domain/stretch.ts'
import type { Stretch } from '@/domain/stretch.ts'
import { listsStage, makeTraffic, recordsOf, toldVolumes, trueVolumes } from './listsStage.ts'
import type { ListsStage } from './listsStage.ts'
import { ten } from './recordBuilder.ts'

const both = ['xe', 'ozeki10'] as const
const hourMs = 3_600_000

function expectTrueVolumes(stage: ListsStage): void {
  const volumes = trueVolumes(stage.pbx)
  for (const { answered, abandoned } of volumes) expect(answered * abandoned).toBeGreaterThan(0)
  expect(toldVolumes(stage.told())).toEqual(volumes)
  const ids = recordsOf(stage.records).flatMap(({ sessions }) => sessions.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
}

/** Begins, to the second, of callers whom a queue has handed over to somebody who still talks with them. */
function momentsOfOpenHandOvers({ pbx: { exchange } }: ListsStage): readonly number[] {
  const living = new Set(exchange.active().map(({ masterSessionId }) => masterSessionId))
  return exchange
    .history()
    .filter(({ callee, masterSessionId }) => /^500/.test(callee) && living.has(masterSessionId))
    .map(({ startedAt }) => Math.floor(startedAt / 1000) * 1000)
}

test.each(both)('what only the history of %s tells has the true volumes', async (httpApi) => {
  const stage = await listsStage(httpApi)
  stage.isWatched = true
  makeTraffic(stage, 3)
  stage.pbx.clock.advanceTo(ten + 1.75 * hourMs)
  await stage.pass(5)
  expectTrueVolumes(stage)
  expect(stage.outcomes).toEqual([undefined])
  const now = stage.pbx.clock.now()
  const midnight = ten - 10 * hourMs
  const moments = momentsOfOpenHandOvers(stage)
  expect(moments.length).toBeGreaterThan(0)
  expect(stage.records.stretches('counted', midnight, now)).toEqual(
    moments.reduce<readonly Stretch[]>(
      (left: readonly Stretch[], at) => without(left, [at, at + 1]),
      [[midnight, now]],
    ),
  )
})

test.each(both)(
  'what only the lists of %s tell has the true volumes',
  { timeout: 120_000 },
  async (httpApi) => {
    const stage = await listsStage(httpApi)
    makeTraffic(stage, 4)
    await stage.pass(1_800, 15)
    await stage.pass(1.25 * 3_600, 300)
    expectTrueVolumes(stage)
  },
)
