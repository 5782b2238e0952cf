import { expect, test } from 'vitest'
import type { Dialect } from '@/emulator/dialect.ts'
import type { PbxSession } from '@/emulator/types.ts'
import { connected } from '../../../support/dialectStage.ts'
import { morning } from '../../../support/emulatedPbx.ts'

/** What the driver told of a transferred call that rings, in the dialect. */
async function ringing(changes: Partial<Dialect>) {
  const stage = await connected(changes)
  const { exchange } = stage.pbx
  const first = exchange.open({ caller: '061', callee: '5000', callerDisplayName: 'Jo Ek' })
  const second = exchange.open({
    caller: '061',
    callee: '1001',
    callerDisplayName: 'Jo Ek',
    dialedNumber: '5000',
    masterSessionId: first.sessionId,
  })
  exchange.move(second.sessionId, 'Ringing')
  await stage.heard()
  return {
    stage,
    first,
    facts: stage.client.snapshot()[1],
    second: exchange.find(second.sessionId),
  }
}

const expected = ({ sessionId, masterSessionId }: PbxSession) => ({
  id: sessionId,
  masterId: masterSessionId,
  state: 'Ringing',
  caller: '061',
  callee: '1001',
  callerName: 'Jo Ek',
  calleeName: 'Ana Ruiz',
  dialed: '5000',
  direction: 'inbound',
  startedAt: morning,
})

test.each([
  {},
  { propertyCase: 'pascal' },
  { sessionId: 'Id' },
  { sessionId: 'SessionID' },
  { sessionState: 'State' },
  { masterSessionId: 'MasterSessionID' },
  { direction: 'CallDirection' },
  { startTime: 'local' },
] as const)('with %o every fact of a session is read', async (changes) => {
  const { stage, facts, second } = await ringing(changes)
  expect(facts).toEqual(expected(second!))
  expect(stage.told()).toEqual([
    'opened Setup 061 to 5000',
    'opened TransferSetup 061 to 1001',
    'changed Ringing 061 to 1001',
  ])
  expect(stage.client.unknownWords()).toEqual({ count: 0, examples: [] })
})

test.each([
  [{ masterSessionId: 'absent' }, { masterId: '' }],
  [{ direction: 'absent' }, { direction: undefined }],
] as const)('with %o that fact alone is unknown, and nothing is odd about it', async (...given) => {
  const [changes, missing] = given
  const { stage, facts, second } = await ringing(changes)
  expect(facts).toEqual({ ...expected(second!), ...missing })
  expect(stage.client.unknownWords().count).toBe(0)
})
