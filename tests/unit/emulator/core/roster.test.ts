import { expect, test } from 'vitest'
import { demoRoster, extensionsOf } from '../../../../src/emulator/roster.ts'

test('a roster has as many agents as asked, from one to a thousand', () => {
  expect(demoRoster().agents).toHaveLength(12)
  expect(demoRoster(0).agents).toHaveLength(1)
  expect(demoRoster(5000).agents).toHaveLength(1000)
})

test('a thousand agents have a thousand names and extensions', () => {
  const { agents } = demoRoster(1000)
  expect(new Set(agents.map(({ name }) => name)).size).toBe(1000)
  expect(new Set(agents.map(({ extension }) => extension)).size).toBe(1000)
  expect(agents[999]?.extension).toBe('2000')
})

test('the PBX lists everything once, the spare extension too', () => {
  const ids = extensionsOf(demoRoster(1)).map(({ id }) => id)
  expect(ids).toEqual(['1001', '9999', '5000', '5001', '50', '900', 'line1'])
})
