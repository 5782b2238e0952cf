import { expect, test } from 'vitest'
import type { Dialect } from '@/emulator/dialect.ts'
import { profiles } from '@/emulator/dialect.ts'
import { connected } from '../../../support/dialectStage.ts'
import { siteAt } from '../../../support/emulatedPbx.ts'

/** The script of a page that connects while a call from outside is in a queue. */
async function talkingScript(changes: Partial<Dialect>) {
  const site = siteAt()
  const session = site.exchange.open({ caller: '061', callee: '5000', state: 'InCall' })
  const { script } = await connected(changes, site)
  return { script, session }
}

test.each([
  [
    'documented',
    {
      sessionState: 'InCall',
      caller: '061',
      direction: 'Inbound',
      startTime: '2026-11-21T09:30:00.0000+01:00',
      talkDuration: '0',
    },
    ['sessionId', 'masterSessionId'],
    ['State', 'Caller', 'SessionID'],
  ],
  [
    'seed',
    { sessionState: 'IN_CALL', caller: '061', source: 'Line1', direction: 'Inbound' },
    ['sessionId', 'destination'],
    ['masterSessionId', 'State'],
  ],
  [
    'dotnet',
    {
      State: 'InCall',
      Caller: '061',
      CallDirection: 'Inbound',
      TalkDuration: '00:00:00.0000000',
    },
    ['SessionID', 'MasterSessionID', 'CalleeDisplayName'],
    ['sessionId', 'sessionState', 'caller', 'direction'],
  ],
] as const)('a session of the profile %s has its own names and words', async (...given) => {
  const [profile, values, present, missing] = given
  const { script, session } = await talkingScript(profiles[profile])
  const found = script.helper.getActiveSessionById(session.sessionId)
  expect(found).toMatchObject(values)
  for (const name of present) expect(found).toHaveProperty(name)
  for (const name of missing) expect(found).not.toHaveProperty(name)
})

test('a helper with words of its own knows no others', async () => {
  const { script, session } = await talkingScript({ stateWords: 'UPPER_SNAKE', helperWords: 'own' })
  const ask = (word: string): object => script.helper.getActiveSessionsBySessionState(word)
  expect(Object.keys(ask('IN_CALL'))).toEqual([session.sessionId])
  for (const word of ['INCALL', 'InCall', 'in_call', '4', 'ANSWERED']) expect(ask(word)).toEqual({})
})

test('a helper that answers in lists answers nobody in an empty one', async () => {
  const { script } = await talkingScript({ helperLists: 'array' })
  expect(script.helper.getActiveSessionsBySessionState('InCall')).toMatchObject([{ caller: '061' }])
  expect(script.helper.getActiveSessionsBySessionState('Ringing')).toEqual([])
  expect(script.helper.getOutsideLines()).toMatchObject([{ id: 'Line1' }])
})
