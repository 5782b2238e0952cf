import { expect, test } from 'vitest'
import { createMemoryPbx } from '../../../src/pbx/memory/memoryClient.ts'

function begin(isOpenToAll = false) {
  const pbx = createMemoryPbx({ clock: { now: () => 7 }, isOpenToAll })
  const told: string[] = []
  pbx.client.onConnection((state) => told.push(state))
  const end = pbx.client.onSession(({ type, at, session }) => {
    told.push(`${type} ${session.id} ${session.state ?? '?'} at ${at}`)
  })
  return { pbx, told, end }
}

test('sessions exist whether or not somebody listens, and are seen only with access', () => {
  const { pbx, told } = begin()
  pbx.open({ id: 'a', state: 'InCall' })
  pbx.client.connect({ type: 'token', token: 't' })
  expect(pbx.client.snapshot()).toEqual([])
  pbx.grant()
  expect(pbx.client.snapshot()).toMatchObject([{ id: 'a', masterId: 'a', state: 'InCall' }])
  expect(told).toEqual(['connecting', 'granted'])
})

test('a session is followed to its end, and nothing changes one that is over', () => {
  const { pbx, told } = begin(true)
  pbx.client.connect({ type: 'token', token: 't' })
  pbx.open({ id: 'a' })
  pbx.change('a', { state: 'CallerHungUp' })
  pbx.change('a', { state: 'InCall' })
  expect(pbx.client.snapshot()).toEqual([])
  pbx.close('a', { state: 'Ended' })
  pbx.close('a')
  expect(told.slice(2)).toEqual([
    'opened a Created at 7',
    'changed a CallerHungUp at 7',
    'closed a CallerHungUp at 7',
  ])
})

test('a client that has left hears nothing, and nobody is let in who did not ask', () => {
  const { pbx, told, end } = begin()
  pbx.grant()
  expect(told).toEqual([])
  pbx.client.connect({ type: 'token', token: 't' })
  pbx.client.disconnect()
  pbx.grant()
  expect(told).toEqual(['connecting'])
  pbx.client.connect({ type: 'token', token: 't' })
  end()
  end()
  pbx.open({ id: 'a' })
  expect(told).toEqual(['connecting', 'connecting'])
})

test('the directory is that of the PBX', () => {
  const { pbx } = begin(true)
  pbx.setDirectory([{ extension: '1001', name: 'Ana', online: true }])
  expect(pbx.client.directory()).toEqual([])
  pbx.client.connect({ type: 'token', token: 't' })
  expect(pbx.client.directory()).toHaveLength(1)
})
