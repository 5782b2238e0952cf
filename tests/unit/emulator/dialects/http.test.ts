import { expect, test } from 'vitest'
import { createZone } from '@/domain/zone.ts'
import type { Dialect } from '@/emulator/dialect.ts'
import { profiles } from '@/emulator/dialect.ts'
import { getCallHistory } from '@/pbx/ozeki/http/getCallHistory.ts'
import { listActiveCalls } from '@/pbx/ozeki/http/listActiveCalls.ts'
import { generateSecurityToken } from '@/pbx/ozeki/http/tokenRequest.ts'
import type { EmulatorOptions } from '@/emulator/emulator.ts'
import type { EmulatedPbx, Site } from '../../../support/emulatedPbx.ts'
import { emulatedPbx, morning, siteAt } from '../../../support/emulatedPbx.ts'
import { parseReply } from '../faces/httpClient.ts'

const zone = createZone('Europe/Budapest')

const speaking = (
  httpApi: Dialect['httpApi'],
  options: Partial<EmulatorOptions> = {},
  site: Site = siteAt(),
): Promise<EmulatedPbx> =>
  emulatedPbx({ dialect: { ...profiles.documented, httpApi }, ...options }, site)

const access = ({ ports, httpPath }: EmulatedPbx) => ({
  httpApiUrl: `http://127.0.0.1:${ports.http}${httpPath}`,
  fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
  timeoutMs: 5_000,
  offsetAt: (at: number) => zone.offsetAt(at),
})

const both = ['xe', 'ozeki10'] as const

test.each(both)('the calls alive are read from %s', async (httpApi) => {
  const pbx = await speaking(httpApi)
  const { sessionId } = pbx.exchange.open({ caller: '1002', callee: '1001', state: 'Ringing' })
  pbx.clock.advanceTo(morning + 4_000)
  pbx.exchange.move(sessionId, 'InCall')
  pbx.clock.advanceTo(morning + 64_000)
  expect(await listActiveCalls(access(pbx))).toEqual([
    {
      id: sessionId,
      state: 'InCall',
      source: '1002',
      destination: '1001',
      callerId: httpApi === 'xe' ? 'Bo Lind' : '1002',
      dialed: httpApi === 'xe' ? '' : '1001',
      startedAt: morning,
      ringMs: 4_000,
      talkMs: 60_000,
    },
  ])
})

test.each(both)('where nobody calls %s lists none', async (httpApi) => {
  const pbx = await speaking(httpApi)
  expect(await listActiveCalls(access(pbx))).toEqual([])
  expect(await getCallHistory(access(pbx), { pageNumber: 0, rowsPerPage: 20 })).toEqual({
    total: 0,
    calls: [],
  })
})

test('decimal seconds keep their decimals', async () => {
  const pbx = await speaking('ozeki10')
  pbx.exchange.open({ caller: '1002', callee: '1001', state: 'Ringing' })
  pbx.clock.advanceTo(morning + 749)
  expect(await listActiveCalls(access(pbx))).toMatchObject([{ ringMs: 749, talkMs: 0 }])
})

test.each(both)('several calls come in the order of %s', async (httpApi) => {
  const pbx = await speaking(httpApi)
  const opened = ['1001', '1002', '5000'].map((callee) =>
    pbx.exchange.open({ caller: '061', callee }),
  )
  const calls = await listActiveCalls(access(pbx))
  expect(calls.map(({ id }) => id)).toEqual(opened.map(({ sessionId }) => sessionId))
})

test.each(both)('the history is read from %s', async (httpApi) => {
  const pbx = await speaking(httpApi)
  const { sessionId } = pbx.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
  pbx.clock.advanceTo(morning + 64_000)
  pbx.exchange.move(sessionId, 'CallerHungUp')
  expect(await getCallHistory(access(pbx), { pageNumber: 0, rowsPerPage: 20 })).toEqual({
    total: 1,
    calls: [
      {
        id: sessionId,
        state: 'CallerHungUp',
        direction: 'inbound',
        source: 'Line1',
        destination: '1001',
        dialed: '1001',
        callerId: '061',
        startedAt: morning,
      },
    ],
  })
})

test.each(both)('the history of %s comes in pages, from a moment on', async (httpApi) => {
  const pbx = await speaking(httpApi)
  for (let minute = 0; minute < 5; minute++) {
    pbx.clock.advanceTo(morning + minute * 60_000)
    const { sessionId } = pbx.exchange.open({ caller: '061', callee: '1001' })
    pbx.exchange.move(sessionId, 'Cancelled')
  }
  const page = { rowsPerPage: 2, from: morning + 60_000 }
  const first = await getCallHistory(access(pbx), { ...page, pageNumber: 0 })
  const second = await getCallHistory(access(pbx), { ...page, pageNumber: 1 })
  const third = await getCallHistory(access(pbx), { ...page, pageNumber: 2 })
  const starts = [...first.calls, ...second.calls].map(({ startedAt }) => startedAt)
  expect(starts).toEqual([1, 2, 3, 4].map((minute) => morning + minute * 60_000))
  expect(first.total).toBe(4)
  expect(third.calls).toEqual([])
})

test.each(both)(
  '%s refuses who is not its user, in words for the administrator',
  async (httpApi) => {
    const pbx = await speaking(httpApi, {
      access: { users: [{ username: 'wall', password: 'pass word' }] },
    })
    const user = { ...access(pbx), username: 'wall' }
    const page = { pageNumber: 0, rowsPerPage: 20 }
    await expect(listActiveCalls({ ...user, password: 'wrong' })).rejects.toMatchObject({
      code: 'denied',
    })
    await expect(getCallHistory({ ...user, password: 'wrong' }, page)).rejects.toMatchObject({
      code: 'denied',
    })
    expect(await listActiveCalls({ ...user, password: 'pass word' })).toEqual([])
  },
)

test('a failure other than an unknown command is not asked about again', async () => {
  const pbx = await speaking('xe')
  const commands: string[] = []
  const options = {
    ...access(pbx),
    fetch: (...[url, init]: Parameters<typeof fetch>) => {
      commands.push(new URLSearchParams(init?.body as URLSearchParams).get('Command') ?? '')
      return fetch(url, init)
    },
  }
  await expect(getCallHistory(options, { pageNumber: 0, rowsPerPage: 0 })).rejects.toMatchObject({
    code: 'failed',
  })
  expect(commands).toEqual(['GetCallHistory'])
})

test('tokens are given out by Ozeki 10 too', async () => {
  const pbx = await speaking('ozeki10')
  const token = await generateSecurityToken(access(pbx))
  expect(pbx.tokens.check(token)).toEqual({ allowSessionModification: false })
})

test('Ozeki 10 has its API at a path of its own, with names of its own', async () => {
  const site = siteAt()
  const { sessionId } = site.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
  site.exchange.move(sessionId, 'CallerHungUp')
  const { ports } = await speaking('ozeki10', {}, site)
  const url = `http://127.0.0.1:${ports.http}/`
  expect((await fetch(`${url}?command=ListActiveCalls`)).status).toBe(404)
  const ask = async (query: string): Promise<string> =>
    (await fetch(`${url}api?command=${query}`)).text()
  expect(parseReply(await ask('GetCallHistory')).Code).toBe('301')
  const history = await ask('ListCallHistory&State=CallerHangUp&General=nobody&Type=audio')
  expect(history).toContain('<TotalRecords>1</TotalRecords>')
  expect(history).toContain('<State>CallerHangUp</State>')
  expect(await ask('ListCallHistory&Type=Video')).toContain('<TotalRecords>0</TotalRecords>')
  expect(parseReply(await ask('ListExtensions&Type=phone')).Extensions?.ExtensionSummary).toEqual(
    ['1001', '1002', '1500'].map((id) => ({
      Id: `${id}@localhost`,
      PhoneNumber: id,
      Type: 'Phone',
      State: 'Connected',
    })),
  )
})
