import { expect, test } from 'vitest'
import { steppedClock } from '@/emulator/clock.ts'
import { seededRandom } from '@/emulator/random.ts'
import type { TokenOptions } from '@/emulator/tokens.ts'
import { createTokens } from '@/emulator/tokens.ts'
import { morning } from '../../../support/emulatedPbx.ts'

const day = 86_400_000
const readOnly = { allowSessionModification: false }

const store = (options: Partial<TokenOptions> = {}) => {
  const clock = steppedClock(morning)
  return { clock, tokens: createTokens({ clock, random: seededRandom(3), ...options }) }
}

test('a token is 22 characters: a version-4 GUID in base64 without padding', () => {
  const { tokens } = store()
  for (let count = 0; count < 50; count++) {
    const token = tokens.issue(readOnly)
    const bytes = Buffer.from(token, 'base64')
    expect(token).toMatch(/^[0-9A-Za-z+/]{22}$/)
    expect(bytes).toHaveLength(16)
    expect(bytes[7]! >> 4).toBe(4)
    expect(bytes[8]! >> 6).toBe(2)
  }
})

test('every token is another one', () => {
  const { tokens } = store()
  const issued = Array.from({ length: 100 }, () => tokens.issue(readOnly))
  expect(new Set(issued).size).toBe(100)
})

test('a token grants what it was issued for', () => {
  const { tokens } = store()
  const reading = tokens.issue(readOnly)
  const changing = tokens.issue({ allowSessionModification: true })
  expect(tokens.check(reading)).toEqual({ allowSessionModification: false })
  expect(tokens.check(changing)).toEqual({ allowSessionModification: true })
})

test('a token lasts one day of site time and not a millisecond longer', () => {
  const { clock, tokens } = store()
  const token = tokens.issue(readOnly)
  clock.advanceTo(morning + day - 1)
  expect(tokens.check(token)).toEqual(readOnly)
  clock.advanceTo(morning + day)
  expect(tokens.check(token)).toBeUndefined()
})

test('the lifetime can be chosen', () => {
  const { clock, tokens } = store({ lifetimeSeconds: 60 })
  const token = tokens.issue(readOnly)
  clock.advanceTo(morning + 60_000)
  expect(tokens.check(token)).toBeUndefined()
  expect(tokens.check(tokens.issue(readOnly))).toEqual(readOnly)
})

test('a token that was never issued grants nothing', () => {
  expect(store().tokens.check('nixtwtqHr0qTRk9FcrV8Sg')).toBeUndefined()
})
