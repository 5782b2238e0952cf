import { expect, test } from 'vitest'
import { backOffMs } from '../../../src/pbx/backOff.ts'
import { begin, live, settled } from '../../support/connectionStage.ts'

test.each([
  ['failed', 'fail'],
  ['closed', 'drop'],
] as const)('a connection that has %s is lost, and comes back by itself', async (state, end) => {
  const { pbx, since, pass } = await live()
  pbx[end]()
  expect(since()).toEqual(['lost', `[${state}]`])
  await pass(499)
  expect(since()).toEqual([])
  await pass(1)
  expect(since()).toEqual(['[connecting]'])
  pbx.grant()
  expect(since()).toEqual(['[granted]', 'snapshot', '[granted, live]'])
  expect(pbx.attempts).toEqual([
    { type: 'token', token: 'token 1' },
    { type: 'token', token: 'token 2' },
  ])
})

test('waits grow while tries fail, and start small again after a good connection', async () => {
  const { pbx, pass, asked, since } = await begin()
  for (const waitMs of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    pbx.fail()
    const before = asked()
    await pass(waitMs - 1)
    expect(asked()).toBe(before)
    await pass(1)
    expect(asked()).toBe(before + 1)
  }
  pbx.grant()
  await pass(10_000)
  pbx.drop()
  since()
  await pass(500)
  expect(since()).toEqual(['[connecting]'])
})

test('a connection that is granted and lost at once again does not start small', async () => {
  const { pbx, pass, since } = await begin()
  pbx.grant()
  pbx.drop()
  await pass(500)
  pbx.grant()
  pbx.drop()
  since()
  await pass(999)
  expect(since()).toEqual([])
  await pass(1)
  expect(since()).toEqual(['[connecting]'])
})

test('who is denied tries once more at once with a new token, then slowly', async () => {
  const { pbx, pass, asked, since } = await begin()
  pbx.deny()
  expect(since()).toEqual(['[connecting]', '[denied]'])
  await pass(0)
  expect(pbx.attempts).toHaveLength(2)
  pbx.deny()
  await pass(59_999)
  expect(asked()).toBe(2)
  await pass(1)
  expect(asked()).toBe(3)
  pbx.deny()
  await pass(30_000)
  expect(asked()).toBe(3)
})

test('credentials that cannot be had count as failed, refused ones as denied', async () => {
  const broken = await begin([new Error('no server')])
  expect(broken.since()).toEqual(['[connecting]', '[failed]'])
  await broken.pass(500)
  expect(broken.pbx.attempts).toHaveLength(1)
  const refused = await begin([Object.assign(new Error('no'), { code: 'bad-token' })])
  expect(refused.since()).toEqual(['[connecting]', '[denied]'])
})

test('a try without an answer fails after half a minute, before or after the credentials', async () => {
  const noToken = await begin(['never'])
  await noToken.pass(30_000)
  expect(noToken.since()).toEqual(['[connecting]', '[failed]'])
  const noAnswer = await begin()
  await noAnswer.pass(30_000)
  expect(noAnswer.since()).toEqual(['[connecting]', '[failed]'])
  noAnswer.pbx.grant()
  expect(noAnswer.since()).toEqual([])
})

test('a client that comes back by itself during a wait is welcome', async () => {
  const { pbx, pass, since, asked } = await live()
  pbx.drop()
  pbx.grant()
  expect(since()).toEqual(['lost', '[closed]', '[granted]', 'snapshot', '[granted, live]'])
  await pass(60_000)
  expect(asked()).toBe(1)
})

test('a retry on demand ends a wait, or a connection that only looks alive, but no try', async () => {
  const { pbx, connection, since, asked } = await begin()
  connection.retryNow()
  expect(asked()).toBe(1)
  pbx.fail()
  connection.retryNow()
  await settled()
  pbx.grant()
  since()
  connection.retryNow()
  expect(since()).toEqual(['lost', '[connecting]'])
  await settled()
  pbx.grant()
  expect(since()).toEqual(['[granted]', 'snapshot', '[granted, live]'])
  expect(asked()).toBe(3)
})

test('what was heard before the first grant is not told again after the next', async () => {
  const { pbx, since } = await begin()
  pbx.open({ id: 'a' })
  pbx.close('a')
  pbx.grant()
  pbx.drop()
  since()
  pbx.grant()
  expect(since()).toEqual(['[granted]', 'snapshot', '[granted, live]'])
})

test('a retry on demand takes the place of the wait, and the next wait is a short one', async () => {
  const { pbx, connection, pass, asked } = await begin()
  for (const waitMs of [500, 1_000, 2_000, 4_000]) {
    pbx.fail()
    await pass(waitMs)
  }
  pbx.fail()
  connection.retryNow()
  await settled()
  const before = asked()
  await pass(8_000)
  expect(asked()).toBe(before)
  pbx.fail()
  await pass(500)
  expect(asked()).toBe(before + 1)
})

test('a connection that was given up on demand tells nothing more, and its renewal is over', async () => {
  const { pbx, connection, since, pass, asked } = await live()
  pbx.open({ id: 'a' })
  connection.retryNow()
  pbx.change('a', { state: 'InCall' })
  pbx.drop()
  await settled()
  expect(since()).toEqual(['opened a Created', 'lost', '[connecting]'])
  pbx.grant()
  expect(since()).toEqual(['[granted]', 'snapshot a', '[granted, live]'])
  await pass(600_000)
  expect(asked()).toBe(2)
})

test('walls that fail together do not come back together', () => {
  const waits = [0, 0.25, 0.5, 0.75, 1].map((random) => backOffMs(20, random))
  expect(waits).toEqual([15_000, 18_750, 22_500, 26_250, 30_000])
})
