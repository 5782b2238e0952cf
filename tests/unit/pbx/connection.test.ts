import { expect, test } from 'vitest'
import type { SessionFacts } from '../../../src/domain/sessionEvent.ts'
import { startConnection } from '../../../src/pbx/connection.ts'
import { createMemoryPbx } from '../../../src/pbx/memory/memoryClient.ts'
import { begin, live, settled } from '../../support/connectionStage.ts'
import { createManualTimers } from '../../support/manualTimers.ts'

const late: SessionFacts = {
  id: 'late',
  masterId: '',
  state: 'InCall',
  caller: '',
  callee: '',
  callerName: '',
  calleeName: '',
  dialed: '',
  direction: undefined,
  startedAt: undefined,
}

test('a grant brings the directory, the snapshot, and only then live', async () => {
  const { pbx, since } = await begin()
  pbx.setDirectory([{ extension: '1001', name: 'Ana', online: undefined }])
  pbx.open({ id: 'a' })
  pbx.grant()
  const expected = ['[connecting]', '[granted]', 'directory 1001', 'snapshot a', '[granted, live]']
  expect(since()).toEqual(expected)
  pbx.change('a', { state: 'InCall' })
  expect(since()).toEqual(['changed a InCall'])
})

test('what was heard before the snapshot comes after it, unless the snapshot holds it', async () => {
  const { pbx, since } = await begin()
  pbx.open({ id: 'a' })
  pbx.open({ id: 'b' })
  pbx.close('b', { state: 'Cancelled' })
  pbx.grant()
  expect(since().slice(2)).toEqual([
    'snapshot a',
    'opened b Created',
    'closed b Cancelled',
    '[granted, live]',
  ])
})

test('the directory is read again for names that come late, and told only when it differs', async () => {
  const { pbx, since, pass } = await live()
  const ana = { extension: '1001', name: 'Ana', online: undefined }
  pbx.setDirectory([ana])
  await pass(1_999)
  expect(since()).toEqual([])
  await pass(1)
  expect(since()).toEqual(['directory 1001'])
  await pass(8_000)
  expect(since()).toEqual([])
  pbx.setDirectory([ana, { ...ana, extension: '1002' }])
  await pass(300_000)
  expect(since()).toEqual(['directory 1001 1002'])
  pbx.setDirectory([])
  await pass(300_000)
  expect(since()).toEqual([])
  pbx.setDirectory([ana])
  await pass(300_000)
  expect(since()).toEqual(['directory 1001'])
})

test('sessions that the PBX lists only after the grant are opened', async () => {
  const { pbx, since, pass } = await live()
  pbx.client.snapshot = () => [late]
  await pass(2_000)
  await pass(8_000)
  expect(since()).toEqual(['opened late InCall'])
})

test('nothing is told and nothing runs after a stop', async () => {
  const { pbx, connection, since, pass, timers } = await live()
  connection.stop()
  connection.stop()
  pbx.open({ id: 'a' })
  pbx.drop()
  await pass(600_000)
  connection.retryNow()
  expect(since()).toEqual([])
  expect(timers.pending()).toBe(0)
})

test('a stop while the credentials are on their way connects to nothing', async () => {
  const { pbx, connection, pass } = await begin(['never'])
  connection.stop()
  await pass(60_000)
  expect(pbx.attempts).toEqual([])
})

test.each(['snapshot', 'lost'])('who stops it at a %s hears nothing more', async (last) => {
  const timers = createManualTimers()
  const pbx = createMemoryPbx({ clock: timers })
  const told: string[] = []
  const connection = startConnection({
    client: pbx.client,
    admission: () => Promise.resolve({ credentials: { type: 'token', token: 't' } }),
    isQuiet: () => true,
    clock: timers,
    timers,
    random: () => 0,
    onState: (state) => told.push(state),
    onEvent: (event) => {
      told.push(event.type)
      if (event.type === last) connection.stop()
    },
  })
  await settled()
  pbx.open({ id: 'a' })
  pbx.close('a')
  pbx.grant()
  pbx.drop()
  expect(told[told.length - 1]).toBe(last)
  expect(timers.pending()).toBe(0)
})
