import { expect, test } from 'vitest'
import { scenarioTraffic } from '../../../../src/emulator/scenario/playScenario.ts'
import { site } from '../core/build.ts'
import { scenarioFrom } from './scenarioRun.ts'

function play(...steps: readonly unknown[]): ReturnType<typeof site> & { stop: () => void } {
  const stage = site()
  const stop = scenarioTraffic(scenarioFrom({ name: 'A test.', steps }))(stage.exchange)
  return { ...stage, stop }
}

const opened = { at: '0:00:05', open: 'a', from: '+3615550100', to: '5000' }

test('steps are played at their times, those without a time together with the step above', () => {
  const { run, lines } = play(
    opened,
    { session: 'a', state: ['Ringing', 'InCall'] },
    { at: '0:00:05.500', session: 'a', state: 'CallerHungUp' },
  )
  run(60)
  expect(lines()).toEqual([
    '5 S1 created Setup +3615550100 to 5000',
    '5 S1 Ringing',
    '5 S1 InCall',
    '5.5 S1 CallerHungUp',
    '5.5 S1 closed',
  ])
})

test('a session tells the name, the number dialled and the master that the scenario gives it', () => {
  const { run, exchange } = play(
    { ...opened, name: 'Dana', dialed: '+3610' },
    { open: 'b', from: '+3615550100', to: '1001', master: 'a' },
    { open: 'c', from: '+3615550100', to: '1002', master: null },
  )
  run(10)
  const [a, b, c] = exchange.active()
  expect(a).toMatchObject({ callerDisplayName: 'Dana', dialedNumber: '+3610' })
  expect(b).toMatchObject({ masterSessionId: a?.sessionId, sessionState: 'TransferSetup' })
  expect(c).toMatchObject({ masterSessionId: '', sessionState: 'Setup' })
})

test('another callee is told before the state of the same step', () => {
  const { run, events } = play(opened, { session: 'a', callee: '50', state: 'InCall' })
  run(10)
  expect(events.map(({ session }) => `${session.callee} ${session.sessionState}`)).toEqual([
    '5000 Setup',
    '50 Setup',
    '50 InCall',
  ])
})

test('a final state by force does not close, and a close leaves the state', () => {
  const { run, lines, exchange } = play(
    { ...opened, state: 'InCall' },
    { open: 'b', from: '1001', to: '1002', state: 'InCall' },
    { session: 'a', state: 'CalleeHungUp', force: true },
    { close: 'b' },
  )
  run(10)
  expect(lines().slice(2)).toEqual(['5 S1 CalleeHungUp', '5 S2 closed'])
  expect(exchange.active().map(({ sessionState }) => sessionState)).toEqual(['CalleeHungUp'])
  expect(exchange.history()).toMatchObject([{ sessionState: 'InCall' }])
  expect(exchange.history()[0]?.endedAt).toBeDefined()
})

test('nothing happens any more once the scenario is stopped', () => {
  const { run, lines, stop } = play(opened)
  stop()
  run(60)
  expect(lines()).toEqual([])
})
