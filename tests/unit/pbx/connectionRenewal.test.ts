import { expect, test } from 'vitest'
import type { Admission } from '../../../src/pbx/connection.ts'
import { begin, settled } from '../../support/connectionStage.ts'

/** A token with a life of 100 s, `at` of the test's clock. */
const token = (name: string, at = 0): Admission => ({
  credentials: { type: 'token', token: name },
  renewal: { from: at + 90_000, latest: at + 95_000 },
})

const tokensOf = ({ pbx }: { pbx: { attempts: readonly object[] } }): string[] =>
  pbx.attempts.map((attempt) => ('token' in attempt ? String(attempt.token) : '?'))

async function liveWith(answers: Parameters<typeof begin>[0]): ReturnType<typeof begin> {
  const stage = await begin(answers)
  stage.pbx.grant()
  stage.since()
  return stage
}

test('a quiet connection gets a new token in the last tenth, fetched before the old one is given up', async () => {
  const stage = await liveWith([token('one'), token('two', 90_000)])
  await stage.pass(89_999)
  expect(stage.asked()).toBe(1)
  stage.timers.pass(1)
  expect(stage.asked()).toBe(2)
  expect(stage.since()).toEqual([])
  await settled()
  expect(stage.since()).toEqual(['lost', '[connecting]'])
  stage.pbx.grant()
  expect(stage.since()).toEqual(['[granted]', 'snapshot', '[granted, live]'])
  expect(tokensOf(stage)).toEqual(['one', 'two'])
})

test('three lifetimes take three renewals', async () => {
  const stage = await liveWith([
    token('one'),
    token('two', 90_000),
    token('three', 180_000),
    token('four', 270_000),
  ])
  for (let renewal = 1; renewal <= 3; renewal++) {
    await stage.pass(90_000)
    stage.pbx.grant()
  }
  await stage.pass(80_000)
  expect(tokensOf(stage)).toEqual(['one', 'two', 'three', 'four'])
})

test('a busy connection waits for a quiet moment with the new token in hand', async () => {
  const stage = await liveWith([token('one'), token('two', 90_000)])
  stage.setQuiet(false)
  await stage.pass(93_000)
  expect([stage.asked(), tokensOf(stage)]).toEqual([2, ['one']])
  expect(stage.since()).toEqual([])
  stage.setQuiet(true)
  await stage.pass(1_000)
  expect(tokensOf(stage)).toEqual(['one', 'two'])
})

test('a connection that is never quiet switches before its token ends', async () => {
  const stage = await liveWith([token('one'), token('two', 90_000)])
  stage.setQuiet(false)
  await stage.pass(94_999)
  expect(tokensOf(stage)).toEqual(['one'])
  await stage.pass(1_000)
  expect(tokensOf(stage)).toEqual(['one', 'two'])
})

test('what is heard while the new token is on its way is told, and what the switch hears comes after the snapshot', async () => {
  const stage = await liveWith([token('one'), token('two', 90_000)])
  stage.setQuiet(false)
  await stage.pass(91_000)
  stage.pbx.open({ id: 'a' })
  expect(stage.since()).toEqual(['opened a Created'])
  stage.setQuiet(true)
  await stage.pass(1_000)
  stage.pbx.open({ id: 'b' })
  stage.pbx.grant()
  expect(stage.since()).toEqual([
    'lost',
    '[connecting]',
    '[granted]',
    'snapshot a b',
    '[granted, live]',
  ])
})

test('the same token again changes nothing, and is not asked for twice', async () => {
  const stage = await liveWith([token('one'), token('one')])
  await stage.pass(90_000)
  await stage.pass(600_000)
  expect(stage.asked()).toBe(2)
  expect(stage.since()).toEqual([])
})

test('a server that has no token leaves the connection alive and is asked again within the window', async () => {
  const wide = { ...token('one'), renewal: { from: 90_000, latest: 200_000 } }
  const stage = await liveWith([wide, new Error('no server'), 'never', token('two', 290_000)])
  await stage.pass(90_000)
  await stage.pass(59_000)
  expect(stage.asked()).toBe(2)
  await stage.pass(1_000)
  expect(stage.asked()).toBe(3)
  await stage.pass(300_000)
  expect(stage.asked()).toBe(3)
  expect(stage.since()).toEqual([])
  stage.pbx.drop()
  expect(stage.since()).toEqual(['lost', '[closed]'])
})

test('a token that came at the end of its life is not renewed', async () => {
  const stage = await liveWith([token('one', -95_000)])
  await stage.pass(600_000)
  expect(stage.asked()).toBe(1)
})

test('a connection that the PBX ends while it is renewed begins anew with a token of its own', async () => {
  const stage = await liveWith([token('one'), token('two', 90_000), token('three', 90_000)])
  stage.setQuiet(false)
  await stage.pass(91_000)
  stage.pbx.drop()
  await stage.pass(500)
  expect(tokensOf(stage)).toEqual(['one', 'three'])
})

test('a stop in the middle of a renewal leaves nothing behind', async () => {
  const stage = await liveWith([token('one'), token('two', 90_000)])
  stage.setQuiet(false)
  await stage.pass(91_000)
  stage.connection.stop()
  stage.setQuiet(true)
  await stage.pass(60_000)
  expect([tokensOf(stage), stage.timers.pending()]).toEqual([['one'], 0])
})
