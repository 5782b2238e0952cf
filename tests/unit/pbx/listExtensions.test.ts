import { expect, test } from 'vitest'
import { profiles } from '@/emulator/dialect.ts'
import { listExtensions, namesOf } from '@/pbx/ozeki/http/listExtensions.ts'
import { emulatedPbx } from '../../support/emulatedPbx.ts'

const answering = (xml: string) => ({
  httpApiUrl: 'http://192.0.2.10:7780/',
  fetch: () => Promise.resolve(new Response(xml)),
  timeoutMs: 5_000,
})

test.each([
  ['xe', 'SIP', 'Queue'],
  ['ozeki10', 'Phone', 'Call queue'],
] as const)('the extensions of %s are read, lines are none', async (httpApi, phone, queue) => {
  const { ports, httpPath } = await emulatedPbx({ dialect: { ...profiles.documented, httpApi } })
  const list = await listExtensions({
    httpApiUrl: `http://127.0.0.1:${ports.http}${httpPath}`,
    fetch: (...request) => fetch(...request),
    timeoutMs: 5_000,
  })
  expect(list.map(({ id, number }) => `${id} ${number}`)).toEqual([
    '1001 1001',
    '1002 1002',
    '1500 1500',
    '5000 5000',
  ])
  expect([list[0]?.type, list[3]?.type]).toEqual([phone, queue])
})

test('an extension may be dialled by another number than its id', async () => {
  const list = await listExtensions(
    answering(`<Response><Code>200</Code><Extensions><ExtensionSummary><Id>106@localhost</Id>
      <PhoneNumber>102</PhoneNumber><Type>Phone</Type></ExtensionSummary><ExtensionSummary/>
      </Extensions></Response>`),
  )
  expect(list).toEqual([{ id: '106', number: '102', type: 'Phone' }])
  expect([...namesOf(list)]).toEqual(['106', '102'])
})
