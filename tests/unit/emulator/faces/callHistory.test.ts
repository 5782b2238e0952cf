import { expect, test } from 'vitest'
import type { EmulatedPbx } from '../../../support/emulatedPbx.ts'
import { emulatedPbx, morning } from '../../../support/emulatedPbx.ts'
import type { Reply } from './httpClient.ts'
import { ask } from './httpClient.ts'

const history = (pbx: EmulatedPbx, parameters: Record<string, string> = {}): Promise<Reply> =>
  ask(pbx.ports.http, { Command: 'GetCallHistory', ...parameters })

/** Four calls, ten seconds apart: 1001 to 1002 and back, each from 09:30. */
async function afterFourCalls(): Promise<EmulatedPbx> {
  const pbx = await emulatedPbx()
  for (let index = 0; index < 4; index++) {
    pbx.clock.advanceTo(morning + index * 10_000)
    const [caller, callee] = index % 2 === 0 ? ['1001', '1002'] : ['1002', '1001']
    const { sessionId } = pbx.exchange.open({ caller: caller, callee: callee, state: 'Ringing' })
    pbx.exchange.move(sessionId, index === 3 ? 'NotAnswered' : 'InCall')
    pbx.exchange.move(sessionId, 'CalleeHungUp')
  }
  return pbx
}

const starts = ({ Calls }: Reply): (string | undefined)[] =>
  (Calls?.Call ?? []).map((call) => call['StartTime'])

test('a call that is over is in the history, in local time and with its last state', async () => {
  const { clock, exchange, ports } = await emulatedPbx()
  const { sessionId } = exchange.open({
    caller: '0612345678',
    callee: '5000',
    dialedNumber: '3612345',
  })
  clock.advanceTo(morning + 1000)
  exchange.move(sessionId, 'InCall')
  const alive = await ask(ports.http, { Command: 'GetCallHistory' })
  expect(alive).toMatchObject({ Code: '200', NumberOfCalls: '0', Calls: '' })

  exchange.move(sessionId, 'CallerHungUp')
  const over = await ask(ports.http, { Command: 'GetCallHistory' })
  expect(over.Calls?.Call).toEqual([
    {
      StartTime: '2026-11-21 09:30:00',
      Direction: 'Inbound',
      Source: 'Line1',
      Destination: '5000',
      State: 'CallerHungUp',
      Dialed: '3612345',
      CallerId: '0612345678',
      Type: 'Audio',
      CallId: sessionId,
    },
  ])
})

test('pages are counted from 0, oldest call first, and tell how many calls there are', async () => {
  const pbx = await afterFourCalls()
  const first = await history(pbx, { PageNumber: '0', RowsPerPage: '3' })
  const second = await history(pbx, { PageNumber: '1', RowsPerPage: '3' })
  const third = await history(pbx, { PageNumber: '2', RowsPerPage: '3' })
  expect(starts(first)).toEqual([
    '2026-11-21 09:30:00',
    '2026-11-21 09:30:10',
    '2026-11-21 09:30:20',
  ])
  expect(starts(second)).toEqual(['2026-11-21 09:30:30'])
  expect(starts(third)).toEqual([])
  expect([first, second, third].map((reply) => reply.NumberOfCalls)).toEqual(['4', '4', '4'])
})

test.each([
  [{ From: '2026-11-21 09:30:20' }, 2],
  [{ From: '2026-11-21' }, 4],
  [{ From: '2026-11-22' }, 0],
  [{ Source: '1002' }, 2],
  [{ source: '1001', destination: '1002' }, 2],
  [{ State: 'notanswered' }, 1],
  [{ Direction: 'Internal' }, 4],
  [{ Direction: 'Inbound' }, 0],
  [{ General: 'answer' }, 1],
  [{ CallerId: '1001', Dialed: '1002' }, 2],
  [{ CallId: 'nobody' }, 0],
])('the filter %o leaves %i calls', async (filter, left) => {
  const pbx = await afterFourCalls()
  const reply = await history(pbx, filter)
  expect(starts(reply)).toHaveLength(left)
})

test('empty filters filter nothing', async () => {
  const pbx = await afterFourCalls()
  const empty = { From: '', General: '', Direction: '', Source: '', State: '', CallId: '' }
  expect(starts(await history(pbx, { PageNumber: '', RowsPerPage: '', ...empty }))).toHaveLength(4)
})

test.each([
  ['PageNumber', '-1'],
  ['RowsPerPage', '0'],
  ['RowsPerPage', 'many'],
  ['From', 'yesterday'],
])('%s=%s is refused by its name', async (name, value) => {
  const pbx = await emulatedPbx()
  expect(await history(pbx, { [name]: value })).toMatchObject({
    Code: '302',
    Message: `Missing or invalid parameter '${name}' for command 'GetCallHistory'`,
  })
})
