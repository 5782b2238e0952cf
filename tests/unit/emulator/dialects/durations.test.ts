import { expect, test } from 'vitest'
import { dialectOptions } from '@/emulator/dialect.ts'
import { writtenDuration } from '@/emulator/writtenDuration.ts'
import { parseDuration } from '@/pbx/ozeki/duration.ts'
import { emulatedPbx, morning } from '../../../support/emulatedPbx.ts'
import { profiles } from '@/emulator/dialect.ts'
import { grantedWebClient } from '../faces/webClient.ts'

const hour = 3_600_000
const longTalk = 26 * hour + 3 * 60_000 + 4_749

test.each([
  ['seconds', '93784'],
  ['decimalSeconds', '93784.749'],
  ['HH:mm:ss', '26:03:04'],
  ['HH:mm:ss.fffffff', '26:03:04.7490000'],
  ['d.HH:mm:ss', '1.02:03:04'],
] as const)('26 hours, 3 minutes and 4.749 seconds as %s are %s', (form, text) => {
  expect(writtenDuration(longTalk, form)).toBe(text)
})

test.each(dialectOptions.durations)('what is written as %s is read as what it was', (form) => {
  const step = form === 'decimalSeconds' || form === 'HH:mm:ss.fffffff' ? 1 : 1000
  for (const ms of [0, 749, 999, 59_999, hour - 1, hour, 23 * hour + 59_999, longTalk]) {
    expect(parseDuration(writtenDuration(ms, form))).toBe(Math.floor(ms / step) * step)
  }
})

test('a duration that would be negative is none', () => {
  expect(writtenDuration(-1, 'HH:mm:ss')).toBe('00:00:00')
})

test('sessions carry their times in the forms of the dialect', async () => {
  const pbx = await emulatedPbx({
    dialect: { ...profiles.documented, startTime: 'local', durations: 'd.HH:mm:ss' },
  })
  pbx.exchange.open({ caller: '061', callee: '1001', state: 'InCall' })
  pbx.clock.advanceTo(morning + 61_000)
  const token = pbx.tokens.issue({ allowSessionModification: false })
  const client = await grantedWebClient(pbx.ports.gateway, token)
  expect((await client.first('granted')).sessions).toMatchObject([
    { startTime: '2026-11-21 09:30:00', talkDuration: '0.00:01:01', stateDuration: '0.00:01:01' },
  ])
})
