import { expect, test } from 'vitest'
import { createCentre } from '../../../src/domain/centre.ts'
import { startConnection } from '../../../src/pbx/connection.ts'
import { createMemoryPbx } from '../../../src/pbx/memory/memoryClient.ts'
import { isQuietMoment } from '../../../src/app/quietMoment.ts'
import { midnight, settings } from '../../support/centre.ts'
import { settled } from '../../support/connectionStage.ts'
import { createManualTimers } from '../../support/manualTimers.ts'

const answerMs = 400

/** A wall's connection and centre on a PBX in memory; the second token is due after 90 s. */
async function wall() {
  const timers = createManualTimers(midnight)
  const pbx = createMemoryPbx({ clock: timers })
  const centre = createCentre(settings(), midnight)
  const states: (readonly [isLive: boolean, at: number])[] = []
  let tokens = 0
  startConnection({
    client: pbx.client,
    clock: timers,
    timers,
    random: () => 0,
    admission: () => {
      const from = timers.now() + 90_000
      const token = `token ${++tokens}`
      return Promise.resolve({
        credentials: { type: 'token', token },
        renewal: { from, latest: from + 5_000 },
      })
    },
    isQuiet: () => isQuietMoment(centre),
    onState: (_state, isLive) => states.push([isLive, timers.now()]),
    onEvent: (event) => centre.apply(event),
  })
  const pass = async (ms: number): Promise<void> => {
    timers.pass(ms)
    centre.advance(timers.now())
    await settled()
  }
  await settled()
  pbx.grant()
  return { timers, pbx, centre, states, pass }
}

const waits = { caller: '+36301', callee: '5000', dialed: '5000', state: 'InCall' } as const
const talks = { ...waits, callee: '1001' } as const

test('calls that come, talk and go around a renewal are counted once, in a gap of less than 2 s', async () => {
  const { pbx, centre, states, pass } = await wall()
  pbx.open({ id: 'goes', ...waits })
  pbx.open({ id: 'stays', ...waits, caller: '+36302' })
  await pass(10_000)
  pbx.change('goes', talks)
  pbx.change('stays', { ...talks, caller: '+36302', callee: '1002' })
  await pass(80_000)
  expect(pbx.attempts).toHaveLength(2)
  pbx.close('goes', { state: 'CallerHungUp' })
  pbx.open({ id: 'comes', ...waits, caller: '+36303' })
  await pass(answerMs)
  pbx.grant()
  await pass(20_000)
  pbx.change('comes', { callee: '1003' })
  pbx.close('stays', { state: 'CalleeHungUp' })
  pbx.close('comes', { state: 'CallerHungUp' })
  await pass(20_000)

  const { offered, answered, abandoned, lost, flowedOut } = centre.figures('queue:5000')
  expect({ offered, answered, abandoned, lost, flowedOut }).toEqual({
    offered: 3,
    answered: 3,
    abandoned: 0,
    lost: 0,
    flowedOut: 0,
  })
  const gaps = states.flatMap(([isLive, at], index) => {
    const next = states.slice(index).find(([isLiveThen]) => isLiveThen)
    return isLive || at === midnight || next === undefined ? [] : [next[1] - at]
  })
  expect(Math.max(...gaps)).toBe(answerMs)
})

test('a renewal waits until nobody waits and no phone rings', async () => {
  const { pbx, pass } = await wall()
  await pass(89_000)
  pbx.open({ id: 'a', ...waits })
  await pass(3_000)
  expect(pbx.attempts).toHaveLength(1)
  pbx.change('a', talks)
  pbx.open({ id: 'b', caller: '1002', callee: '1003', state: 'Ringing' })
  await pass(1_000)
  expect(pbx.attempts).toHaveLength(1)
  pbx.change('b', { state: 'InCall' })
  await pass(1_000)
  expect(pbx.attempts).toHaveLength(2)
})
