import { expect, test } from 'vitest'
import { maskRecord, shownMask, storedMask } from '@/server/records/maskRecord.ts'
import { configOf } from '../serverStage.ts'
import { abandoned, answered, session, step } from './recordBuilder.ts'
import { callsOf, recordsStage, report } from './recordsStage.ts'

test('outside numbers are hidden wherever they stand, ours are not', () => {
  const record = answered('a', 'b', {
    sessions: [
      session('a', { dialed: '12345678' }),
      session('b', { masterId: 'a', dialed: '0012345678' }),
    ],
  })
  const masked = maskRecord(record, 'last3')
  expect(JSON.stringify(masked)).not.toContain('345678')
  expect(masked.outside).toEqual(['12345•••'])
  expect(masked.sessions.map(({ dialed }) => dialed)).toEqual(['12345•••', '0012345•••'])
  expect(masked.steps.map(({ caller = '', callee = '' }) => caller + callee)).toEqual([
    '12345•••5000',
    '12345•••1001',
    ...['', '', ''],
  ])
  expect(maskRecord(record, 'none')).toBe(record)
})

test.each(['last3', 'all'] as const)('two numbers that %s makes alike stay two', (mask) => {
  const record = answered('a', 'b', {
    steps: [
      step(0, 'InCall', { caller: '12345111', callee: '12345222' }),
      step(1, 'InCall', { session: 1, caller: '12345222', callee: '12345333' }),
    ],
    outside: ['12345111', '12345222', '12345333'],
  })
  const masked = maskRecord(record, mask)
  expect(new Set(masked.outside).size).toBe(3)
  const [first, second] = masked.steps
  expect(first!.callee).toBe(second!.caller)
  expect(first!.caller).not.toBe(first!.callee)
  expect(maskRecord(masked, mask).outside).toHaveLength(3)
  expect(new Set(maskRecord(masked, mask).outside).size).toBe(3)
})

test('who withheld his number stays without one', () => {
  const steps = [step(0, 'InCall', { caller: 'anonymous', callee: '5000' })]
  const masked = maskRecord(abandoned('a', 0, { steps, outside: ['anonymous', ''] }), 'all')
  expect(masked).toMatchObject({ steps: [{ caller: 'anonymous' }], outside: ['anonymous', ''] })
})

test.each([
  [{ mask: 'none', place: 'supervisor', storeMasked: false }, 'none', 'none'],
  [{ mask: 'none', place: 'supervisor', storeMasked: true }, 'last3', 'none'],
  [{ mask: 'last3', place: 'floor', storeMasked: true }, 'last3', 'last3'],
  [{ mask: 'last3', place: 'lobby', storeMasked: true }, 'all', 'all'],
] as const)(
  'with %j numbers are stored with %s and handed out with %s',
  (privacy, stored, shown) => {
    const config = configOf({ privacy })
    expect([storedMask(config), shownMask(config)]).toEqual([stored, shown])
  },
)

test('where the config says so no number reaches the disk, and reports still find their call', async () => {
  const stage = await recordsStage({ privacy: { storeMasked: true } })
  stage.records.save(report([abandoned('a')]))
  stage.records.save(report([answered('a', 'b')]))
  expect(callsOf(stage.records).map(({ sessions }) => sessions.length)).toEqual([2])
  stage.records.close()
  const { readFileSync } = await import('node:fs')
  const bytes = readFileSync(stage.file).toString('latin1')
  expect(bytes).toContain('TransferCompleted')
  expect(bytes).not.toContain('12345678')
})
