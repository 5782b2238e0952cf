import { expect, test } from 'vitest'
import { PbxError } from '@/pbx/pbxError.ts'
import { createLog } from '@/server/log.ts'
import { createPbxHealth } from '@/server/pbxHealth.ts'

test('a line of the log is JSON with time, level, message and facts', () => {
  const lines: string[] = []
  createLog(
    (line) => lines.push(line),
    () => 0,
  )('warn', 'Two\nlines', { code: 'denied' })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\n]+\n$/)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    message: 'Two\nlines',
    code: 'denied',
  })
})

test('a failure of the PBX is logged when it begins, changes and ends, not each time', () => {
  const lines: string[] = []
  const health = createPbxHealth({ now: () => 1_000.5 }, (level, message, facts) => {
    lines.push(`${level} ${message} ${JSON.stringify(facts)}`)
  })
  const asleep = new PbxError('failed', 'It sleeps.', { reason: 'timeout' })
  const wrong = new PbxError('denied', 'Wrong password.', { reason: '305' })
  for (const error of [undefined, asleep, asleep, wrong, undefined, undefined])
    health.note('token', error)
  expect(lines).toEqual([
    'warn It sleeps. {"task":"token","code":"failed","pbxCode":"timeout"}',
    'warn Wrong password. {"task":"token","code":"denied","pbxCode":"305"}',
    'info The PBX gives tokens again. undefined',
  ])
  health.note('poll', wrong)
  expect(health.summary()).toEqual({
    token: { ok: true, at: 1_001 },
    poll: { ok: false, at: 1_001, code: 'denied', pbxCode: '305' },
  })
})
