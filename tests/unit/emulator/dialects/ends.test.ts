import { expect, test } from 'vitest'
import type { Dialect } from '@/emulator/dialect.ts'
import { connected } from '../../../support/dialectStage.ts'
import { siteAt } from '../../../support/emulatedPbx.ts'

const toTalk = [
  'opened Setup 061 to 1001',
  'changed Ringing 061 to 1001',
  'changed InCall 061 to 1001',
]

async function answeredCall(changes: Partial<Dialect>) {
  const stage = await connected(changes)
  const { exchange } = stage.pbx
  const { sessionId } = exchange.open({ caller: '061', callee: '1001' })
  for (const state of ['Ringing', 'InCall', 'CallerHungUp'] as const)
    exchange.move(sessionId, state)
  await stage.heard()
  return stage
}

test('where close events are missing the final state ends a session', async () => {
  const { client, told } = await answeredCall({ closeEvents: 'off' })
  expect(told()).toEqual([...toTalk, 'changed CallerHungUp 061 to 1001'])
  expect(client.snapshot()).toEqual([])
})

test('where final states are not told the close ends a session', async () => {
  const { client, told } = await answeredCall({ finalStates: 'untold' })
  expect(told()).toEqual([...toTalk, 'closed InCall 061 to 1001'])
  expect(client.snapshot()).toEqual([])
})

test.each([
  { aliveSessions: 'found', helperLists: 'map' },
  { aliveSessions: 'found', helperLists: 'array' },
  { aliveSessions: 'found', sessionId: 'Id', helperLists: 'array' },
  { aliveSessions: 'replayed' },
] as const)(
  'with %o sessions alive at the connect are found once each, and heard',
  async (given) => {
    const site = siteAt()
    const talking = site.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
    site.exchange.open({ caller: '1001', callee: '1002', state: 'Ringing' })
    const { client, told, heard } = await connected(given, site)
    const alive = client.snapshot().map(({ id, state }) => `${id} ${state ?? '?'}`)
    expect(alive.sort()).toEqual(
      site.exchange
        .active()
        .map(({ sessionId, sessionState }) => `${sessionId} ${sessionState}`)
        .sort(),
    )
    const before = told().length
    site.exchange.move(talking.sessionId, 'CalleeOnHold')
    await heard()
    expect(told().slice(before)).toEqual(['changed CalleeOnHold 061 to 1001'])
  },
)

test('sessions that the script tells of at the connect are known without the helper', async () => {
  const site = siteAt()
  site.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
  const { told } = await connected({ aliveSessions: 'replayed' }, site)
  expect(told()).toEqual(['opened InCall 061 to 1001'])
})

test.each(['Pascal', 'UPPER', 'UPPER_SNAKE', 'seven'] as const)(
  'a helper that knows its own %s words only is asked in them',
  async (stateWords) => {
    const site = siteAt()
    const states = ['Setup', 'Ringing', 'InCall', 'CallerOnHold', 'TransferRequested'] as const
    for (const state of states) site.exchange.open({ caller: '061', callee: '1001', state })
    const { client } = await connected({ stateWords, helperWords: 'own' }, site)
    const found = client.snapshot().map(({ state }) => state)
    const seven = ['Ringing', 'Ringing', 'InCall', 'OnHold', 'InCall']
    expect(found.sort()).toEqual([...(stateWords === 'seven' ? seven : states)].sort())
    expect(client.unknownWords().count).toBe(0)
  },
)
