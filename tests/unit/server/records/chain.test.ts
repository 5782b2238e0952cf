import { expect, test } from 'vitest'
import { chainRows } from '@/server/records/lists/chain.ts'
import type { HistoryRow } from '@/server/records/lists/chainLink.ts'
import { foundRecord } from '@/server/records/lists/foundRecord.ts'
import { readHistory } from '@/server/records/lists/readHistory.ts'
import { roles, row } from './historyBuilder.ts'
import { ten } from './recordBuilder.ts'

const other = '87654321'

test.each<[string, HistoryRow[], string[]]>([
  [
    'what a service transfers belongs to its call, as in the vendor’s own sample',
    [
      row('a', 0, '1003>50', 'TransferCompleted'),
      row('b', 6, '1003>1001', 'CalleeHungUp'),
      row('c', 107, '1003>50', 'TransferCompleted'),
      row('d', 117, '1003>1001', 'CalleeHungUp'),
    ],
    ['a b', 'c d'],
  ],
  [
    'phones that ring in vain belong to the call that waits',
    [
      row('a', 0, '12345678>5000', 'TransferCompleted'),
      row('b', 10, '12345678>1001', 'NotAnswered', { dialed: '5000' }),
      row('c', 30, '12345678>1002', 'Busy', { dialed: '5000' }),
      row('d', 40, '12345678>1003', 'CallerHungUp', { dialed: '5000' }),
    ],
    ['a b c d'],
  ],
  [
    'a phone that rang in vain for somebody who gave up belongs to his call',
    [
      row('a', 0, '12345678>5000', 'CallerHungUp'),
      row('b', 10, '12345678>1001', 'Cancelled', { dialed: '5000' }),
    ],
    ['a b'],
  ],
  [
    'who calls again after he was served makes another call',
    [
      row('a', 0, '12345678>5000', 'TransferCompleted'),
      row('b', 10, '12345678>1001', 'CalleeHungUp', { dialed: '5000' }),
      row('c', 600, '12345678>5000', 'TransferCompleted'),
      row('d', 610, '12345678>1002', 'CalleeHungUp', { dialed: '5000' }),
    ],
    ['a b', 'c d'],
  ],
  [
    'two callers are two calls',
    [
      row('a', 0, '12345678>5000', 'TransferCompleted'),
      row('b', 1, `${other}>5000`, 'TransferCompleted'),
      row('c', 20, `${other}>1001`, 'CalleeHungUp', { dialed: '5000' }),
      row('d', 30, '12345678>1002', 'CalleeHungUp', { dialed: '5000' }),
    ],
    ['a d', 'b c'],
  ],
  [
    'of two who wait under one number the first is served first',
    [
      row('a', 0, '12345678>5000', 'TransferCompleted'),
      row('b', 10, '12345678>5000', 'TransferCompleted'),
      row('c', 20, '12345678>1001', 'CalleeHungUp', { dialed: '5000' }),
      row('d', 30, '12345678>1002', 'CalleeHungUp', { dialed: '5000' }),
    ],
    ['a c', 'b d'],
  ],
  [
    'callers without a number who dial a queue are never one',
    [
      row('a', 0, 'anonymous>5000', 'TransferCompleted'),
      row('b', 10, 'anonymous>5000', 'CallerHungUp'),
      row('c', 20, 'anonymous>1001', 'CalleeHungUp', { dialed: '5000' }),
    ],
    ['a c', 'b'],
  ],
  [
    'a queue that hangs up and is called on from makes one call',
    [
      row('a', 0, '12345678>5000', 'CalleeHungUp'),
      row('b', 60, '12345678>5001', 'CallerHungUp', { dialed: '5000' }),
    ],
    ['a b'],
  ],
  [
    'an agent who transfers hands over',
    [
      row('a', 0, '12345678>1001', 'TransferCompleted'),
      row('b', 60, '12345678>1002', 'CalleeHungUp'),
    ],
    ['a b'],
  ],
  [
    'phones that ring together are one call',
    [row('a', 0, '12345678>1001', 'Cancelled'), row('b', 1, '12345678>1002', 'CallerHungUp')],
    ['a b'],
  ],
  [
    'nothing follows after two hours',
    [
      row('a', 0, '12345678>5000', 'TransferCompleted'),
      row('b', 7_201, '12345678>1001', 'CalleeHungUp', { dialed: '5000' }),
    ],
    ['a', 'b'],
  ],
])('%s', (_, rows, expected) => {
  const chains = chainRows([...rows].reverse(), roles)
  expect(chains.map((chain) => chain.map(({ row: { id } }) => id).join(' '))).toEqual(expected)
})

test('a call that only the history tells has its sessions and ends, and no moment that is known', () => {
  const [chain] = chainRows(
    [
      row('a', 0, '12345678>5000', 'TransferCompleted', { direction: 'inbound' }),
      row('b', 10, '12345678>1001', 'NotAnswered', { dialed: '5000' }),
      row('c', 30, '12345678>1002', 'CalleeHungUp', { dialed: '5000' }),
    ],
    roles,
  )
  const [first, ...rest] = chain!
  const record = foundRecord([first!, ...rest], undefined, roles)
  expect(record).toMatchObject({
    ...{ id: 'a', startedAt: ten, isFromStart: false, isOver: true, outside: ['12345678'] },
    sessions: [
      { id: 'a', masterId: 'a', dialed: '5000', direction: 'inbound', startedAt: ten },
      { id: 'b', masterId: 'a', startedAt: ten + 10_000 },
      { id: 'c', masterId: 'a', startedAt: ten + 30_000 },
    ],
  })
  expect(new Set(record.steps.map(({ how }) => how))).toEqual(new Set(['found']))
  expect(
    record.steps.map(({ session, at, state }) => `${(at - ten) / 1000} ${session} ${state ?? ''}`),
  ).toEqual([
    '0 0 Setup',
    '0 0 InCall',
    '10 1 Setup',
    '30 2 Setup',
    '30 1 NotAnswered',
    '30 2 InCall',
    '30 0 TransferCompleted',
    '30 2 CalleeHungUp',
  ])
})

const all = Array.from({ length: 1_200 }, (_, place) =>
  row(`r${place}`, place, '12345678>5000', 'CallerHungUp'),
)
const until = ten + 3_600_000
const pages =
  (rows: readonly HistoryRow[]) => (page: { pageNumber: number; rowsPerPage: number }) => {
    const first = page.pageNumber * page.rowsPerPage
    return Promise.resolve({
      total: rows.length,
      calls: rows.slice(first, first + page.rowsPerPage),
    })
  }

test('a history is read to its end, each call once', async () => {
  const { rows, whole } = await readHistory(pages(all), ten, until)
  expect(rows).toEqual(all)
  expect(whole).toEqual([ten, until])
})

test.each([
  ['oldest', all, [ten, ten + 19_000]],
  ['newest', [...all].reverse(), [ten + 1_180_000, until]],
])(
  'a PBX that has one page only, the %s calls first, is believed for its time',
  async (_, rows, whole) => {
    const onlyPage = () => Promise.resolve({ total: undefined, calls: rows.slice(0, 20) })
    expect((await readHistory(onlyPage, ten, until)).whole).toEqual(whole)
  },
)

test('rows of other times, without a begin or of calls that go on are left out', async () => {
  const strange = [
    row('yesterday', -1, '12345678>5000', 'CallerHungUp'),
    row('tomorrow', 3_601, '12345678>5000', 'CallerHungUp'),
    row('alive', 1, '12345678>5000', 'InCall'),
    { ...row('never', 1, '12345678>5000', 'CallerHungUp'), startedAt: undefined },
    { ...row('unknown', 1, '12345678>5000', 'CallerHungUp'), state: undefined },
  ]
  const ask = ({ pageNumber }: { pageNumber: number }) =>
    Promise.resolve({ total: 5, calls: pageNumber === 0 ? strange : [] })
  const { rows } = await readHistory(ask, ten, until)
  expect(rows.map(({ id, state }) => `${id} ${state}`)).toEqual(['unknown Ended'])
})
