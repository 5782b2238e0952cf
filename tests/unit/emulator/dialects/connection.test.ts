import { expect, test, vi } from 'vitest'
import { connected, dialectStage, letIn } from '../../../support/dialectStage.ts'
import { grantedWebClient } from '../faces/webClient.ts'

test.each([
  { connectionInfo: 'object' },
  { connectionInfo: 'text' },
  { connectionEvent: 'onConnectionStateChanged' },
  { connectionEvent: 'onConStateChanged' },
] as const)('with %o the driver hears of the grant and of the loss', async (changes) => {
  const { pbx, states } = await connected(changes)
  expect(states).toEqual(['connecting', 'granted'])
  pbx.dropConnections()
  await vi.waitFor(() => expect(states).toHaveLength(3))
  expect(states[2]).toBe('closed')
})

test.each([{ connectionInfo: 'text' }, { connectionEvent: 'onConStateChanged' }] as const)(
  'with %o the driver hears of a refusal',
  async (changes) => {
    const { client, states } = await dialectStage(changes)
    client.connect({ type: 'token', token: 'nixtwtqHr0qTRk9FcrV8Sg' })
    await vi.waitFor(() => expect(states).toHaveLength(2))
    expect(states[1]).toBe('denied')
  },
)

test('a script with the one connection event does not have the other', async () => {
  const { script } = await dialectStage({ connectionEvent: 'onConStateChanged' })
  expect(script.onConStateChanged).toBeTypeOf('function')
  expect(script.onConnectionStateChanged).toBeUndefined()
})

test.each(['map', 'array'] as const)(
  'the directory is read out of a helper that lists as %s',
  async (helperLists) => {
    const { client } = await connected({ helperLists })
    expect(client.directory().map(({ extension, name }) => `${extension} ${name}`)).toEqual([
      '1001 Ana Ruiz',
      '1002 Bo Lind',
      '1500 ',
      '5000 Support',
    ])
  },
)

test('the directory is read whatever case extensions and users are written in', async () => {
  const { client } = await connected({ propertyCase: 'pascal' })
  expect(client.directory()[0]).toMatchObject({ extension: '1001', name: 'Ana Ruiz' })
  expect(client.directory()).toHaveLength(4)
})

test.each([{ clientInfo: 'flat' }, { clientInfo: 'nested' }] as const)(
  'with %o the driver hears which other walls are there, come and go',
  async (changes) => {
    const stage = await dialectStage(changes)
    const seen: unknown[] = []
    stage.client.onClient((client) => seen.push(client))
    const { gateway } = stage.pbx.ports
    const token = stage.pbx.tokens.issue({ allowSessionModification: false })
    const other = await grantedWebClient(gateway, token, { Nickname: 'Sales wall' })
    const { phoneNumber } = await other.first('granted')
    await letIn(stage)
    await stage.heard()
    const present = { id: phoneNumber, name: 'Sales wall' }
    expect(seen).toMatchObject([{ ...present, isOnline: true }])
    other.socket.terminate()
    await vi.waitFor(() => expect(seen).toHaveLength(2))
    expect(seen[1]).toMatchObject({ ...present, isOnline: false })
  },
)
