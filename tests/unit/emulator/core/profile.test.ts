import { expect, test } from 'vitest'
import { steppedClock } from '../../../../src/emulator/clock.ts'
import { createExchange } from '../../../../src/emulator/exchange.ts'
import { seededRandom } from '../../../../src/emulator/random.ts'
import { demoRoster, extensionsOf } from '../../../../src/emulator/roster.ts'
import { arrivalsPerHalfHour } from '../../../../src/emulator/traffic/calibrationArrivals.ts'
import { createProfile, shiftToLateMorning } from '../../../../src/emulator/traffic/profile.ts'
import { simulatedTraffic } from '../../../../src/emulator/traffic/simulated.ts'

const halfHourMs = 30 * 60 * 1000
/** A Wednesday, and its Friday. */
const wednesday = Date.UTC(2026, 10, 18)
const friday = Date.UTC(2026, 10, 20)

function publishedCalls(day: keyof typeof arrivalsPerHalfHour): number[] {
  const byType = Object.values(arrivalsPerHalfHour[day])
  return Array.from({ length: 48 }, (_, index) =>
    byType.reduce((sum, calls) => sum + (calls[index] ?? 0), 0),
  )
}

/** The calls that reach a queue in each half-hour of one day of a centre `scale` times the published one. */
function simulatedCalls(day: number, scale: number): number[] {
  const clock = steppedClock(day)
  const roster = demoRoster(1)
  const extensions = extensionsOf(roster)
  const exchange = createExchange({ clock, extensions, random: seededRandom(5) })
  const counts = Array.from({ length: 48 }, () => 0)
  exchange.subscribe(({ type, session }) => {
    if (type === 'created' && session.masterSessionId === session.sessionId) {
      counts[Math.floor((session.startedAt - day) / halfHourMs)]! += 1
    }
  })
  const seasoning = { direct: 0, ringGroup: 0, internal: 0, outbound: 0 }
  const agents = 12 * scale
  simulatedTraffic({ seed: 11, roster, agents, isWarm: false, seasoning })(exchange)
  clock.advanceTo(day + 48 * halfHourMs - 1)
  return counts
}

test.for([
  ['sunToThu', wednesday],
  ['friday', friday],
] as const)('the calls of each half-hour are as many as published: %s', ([name, day]) => {
  const scale = 10
  const published = publishedCalls(name)
  for (const [index, count] of simulatedCalls(day, scale).entries()) {
    const expected = (published[index] ?? 0) * scale
    expect(Math.abs(count - expected)).toBeLessThanOrEqual(4 * Math.sqrt(expected))
  }
})

test('the profile follows the wall clock of its zone', () => {
  const noonInBudapest = Date.UTC(2026, 10, 18, 11)
  const budapest = createProfile('Europe/Budapest', 0, 1)
  const utc = createProfile('UTC', 0, 1)
  expect(budapest.calls(noonInBudapest)).toBe(utc.calls(noonInBudapest + 2 * halfHourMs))
})

test('a half-hour of a zone off by a quarter begins on its own wall clock', () => {
  const tenOClock = Date.UTC(2026, 10, 17, 20, 15)
  const profile = createProfile('Pacific/Chatham', 0, 1)
  expect(profile.calls(tenOClock)).toBeCloseTo(publishedCalls('sunToThu')[20] ?? 0)
  expect(profile.calls(tenOClock - 1)).toBeCloseTo(publishedCalls('sunToThu')[19] ?? 0)
})

test('the shares of the types of customers make up a whole', () => {
  const profile = createProfile('UTC', 0, 1)
  const shares = profile.types(wednesday + 20 * halfHourMs)
  expect(shares.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1)
  expect(profile.types(friday + 40 * halfHourMs)).toEqual([])
})

test.for([
  ['a Wednesday at night', wednesday + 1],
  ['a Friday evening', friday + 40 * halfHourMs],
  ['a Saturday morning', friday + 60 * halfHourMs],
] as const)('a shift makes %s a late morning of a busy day', ([, now]) => {
  for (const timeZone of ['UTC', 'Pacific/Chatham', 'America/New_York']) {
    const profile = createProfile(timeZone, shiftToLateMorning(now, timeZone), 1)
    expect(profile.calls(now)).toBeCloseTo(publishedCalls('sunToThu')[22] ?? 0)
  }
})
