import { expect, test } from 'vitest'
import { emulatedPbx } from '../../../support/emulatedPbx.ts'
import { greeted, listed, playCall, remembered, told, watching, wholeCall } from './faultStage.ts'

test('ends that are never told leave sessions in every list, as they were before', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'neverEnd', staysListed: true })
  const ghost = playCall(pbx, '061')
  await pbx.settled()
  expect(told(client)).toEqual(wholeCall('061').slice(0, 2))
  expect(await listed(pbx)).toEqual([ghost])
  expect(await greeted(pbx)).toEqual([ghost])
  expect(await remembered(pbx)).toEqual([`${ghost} CallerHungUp`])
})

test('ends that are not told may still show in the lists', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'neverEnd', staysListed: false })
  const gone = playCall(pbx, '061')
  await pbx.settled()
  expect(told(client)).toEqual(wholeCall('061').slice(0, 2))
  expect(await listed(pbx)).toEqual([])
  expect(await greeted(pbx)).toEqual([])
  expect(await remembered(pbx)).toEqual([`${gone} CallerHungUp`])
})

test('an end that was not told is not told later, but the lists are right again', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  const talking = pbx.exchange.open({ caller: '060', callee: '1002', state: 'InCall' }).sessionId
  await pbx.faults.begin({ name: 'neverEnd', staysListed: true })
  playCall(pbx, '061')
  await pbx.faults.end('neverEnd')
  pbx.exchange.move(talking, 'CallerHungUp')
  await pbx.settled()
  expect(told(client)).toEqual([
    'created InCall 060',
    ...wholeCall('061').slice(0, 2),
    'changed CallerHungUp 060',
    'closed CallerHungUp 060',
  ])
  expect(await listed(pbx)).toEqual([])
})

test('what is delayed is told so many seconds later, in its order', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'delay', seconds: 4 })
  playCall(pbx, '061')
  await pbx.settled()
  expect(told(client)).toEqual([])
  pbx.clock.advanceTo(pbx.clock.now() + 3_000)
  await pbx.settled()
  expect(told(client)).toEqual(wholeCall('061').slice(0, 2))
  pbx.clock.advanceTo(pbx.clock.now() + 1_000)
  await pbx.settled()
  expect(told(client)).toEqual(wholeCall('061'))
})

test('what is still under way when a delay ends is told at once, and once', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'delay', seconds: 60 })
  playCall(pbx, '061')
  await pbx.faults.end('delay')
  playCall(pbx, '062')
  pbx.clock.advanceTo(pbx.clock.now() + 120_000)
  await pbx.settled()
  expect(told(client)).toEqual([...wholeCall('061'), ...wholeCall('062')])
})

test('what was under way before a web client was let in does not reach it', async () => {
  const pbx = await emulatedPbx()
  await watching(pbx)
  await pbx.faults.begin({ name: 'delay', seconds: 4 })
  playCall(pbx, '061')
  const late = await watching(pbx)
  playCall(pbx, '062')
  pbx.clock.advanceTo(pbx.clock.now() + 4_000)
  await pbx.settled()
  expect(told(late)).toEqual(wholeCall('062'))
})

test('neighbours of different moments change places, a beginning and its change too', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'reorder' })
  playCall(pbx, '061')
  pbx.clock.advanceTo(pbx.clock.now() + 5_000)
  await pbx.settled()
  const [created, answered, hungUp, over] = wholeCall('061')
  expect(told(client)).toEqual([answered, created, hungUp, over])
})

test('what waits for its neighbour is told when the order is kept again', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'reorder' })
  pbx.exchange.open({ caller: '061', callee: '1001' })
  await pbx.faults.end('reorder')
  await pbx.settled()
  expect(told(client)).toEqual(['created Setup 061'])
})

test('what is repeated is told twice each, and old messages come again', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'repeat' })
  for (let caller = 100; caller < 120; caller++) playCall(pbx, String(caller))
  await pbx.settled()
  const counts = new Map<string, number>()
  for (const line of told(client)) counts.set(line, (counts.get(line) ?? 0) + 1)
  expect(counts.size).toBe(80)
  expect(Math.min(...counts.values())).toBe(2)
  expect(Math.max(...counts.values())).toBeGreaterThan(2)
})

test('of what is told the share that is lost never comes', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'lose', share: 0.25 })
  for (let call = 0; call < 100; call++) playCall(pbx, '061')
  await pbx.settled()
  const share = 1 - told(client).length / 400
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.3)
  await pbx.faults.end('lose')
  playCall(pbx, '062')
  await pbx.settled()
  expect(told(client).slice(-4)).toEqual(wholeCall('062'))
})

test('faults of the same name replace one another', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'lose', share: 1 })
  await pbx.faults.begin({ name: 'lose', share: 0 })
  playCall(pbx, '061')
  await pbx.settled()
  expect(told(client)).toEqual(wholeCall('061'))
})

test('several faults at once all have their effect', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  await pbx.faults.begin({ name: 'delay', seconds: 2 })
  await pbx.faults.begin({ name: 'neverEnd', staysListed: false })
  await pbx.faults.begin({ name: 'repeat' })
  pbx.exchange.move(
    pbx.exchange.open({ caller: '061', callee: '1001', state: 'InCall' }).sessionId,
    'CallerHungUp',
  )
  await pbx.settled()
  expect(told(client)).toEqual([])
  pbx.clock.advanceTo(pbx.clock.now() + 2_000)
  await pbx.settled()
  expect(told(client)).toEqual(['created InCall 061', 'created InCall 061'])
})

test('a flood is told within a second, and every call of it ends', async () => {
  const pbx = await emulatedPbx()
  const client = await watching(pbx)
  const start = pbx.clock.now()
  await pbx.faults.begin({ name: 'flood', events: 1_000 })
  pbx.clock.advanceTo(start + 500)
  await pbx.settled()
  expect(told(client).length).toBeGreaterThan(400)
  expect(told(client).length).toBeLessThan(600)
  pbx.clock.advanceTo(start + 999)
  await pbx.settled()
  expect(told(client)).toHaveLength(1_000)
  expect(pbx.exchange.active()).toEqual([])
  expect(new Set(client.all('session').map(({ session }) => session.direction))).toEqual(
    new Set(['External']),
  )
})
