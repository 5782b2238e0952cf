import { expect, test } from 'vitest'
import { exponential, pick, type Random, seededRandom } from '../../../../src/emulator/random.ts'
import {
  type CustomerType,
  everydayHazard,
  gapSeconds,
  serviceTimes,
  survival,
} from '../../../../src/emulator/traffic/calibration.ts'
import { drawCaller } from '../../../../src/emulator/traffic/callers.ts'
import {
  drawPatience,
  drawQuantile,
  drawService,
  hazardOfSurvival,
} from '../../../../src/emulator/traffic/draw.ts'

function draw<Value>(count: number, one: (random: Random) => Value, seed = 7): Value[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => one(random))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

test('a seed gives one sequence, another seed or stream another', () => {
  const numbers = (seed: number, stream?: number): number[] => {
    const random = seededRandom(seed, stream)
    return [random(), random(), random()]
  }
  expect(numbers(1)).toEqual(numbers(1))
  expect(numbers(1)).not.toEqual(numbers(2))
  expect(numbers(1)).not.toEqual(numbers(1, 1))
})

test('random numbers are spread evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const number of draw(20_000, (random) => random())) {
    tenths[Math.floor(number * 10)]! += 1
  }
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200)
})

test('waiting times without memory have the mean asked for', () => {
  expect(mean(draw(20_000, (random) => exponential(random, 5)))).toBeCloseTo(5, 0)
})

test('nothing can be picked from nothing', () => {
  expect(() => pick(seededRandom(1), [])).toThrow(RangeError)
})

test.for(Object.keys(serviceTimes) as CustomerType[])(
  'service times of %s customers have nearly the published mean and share of short ones',
  (type) => {
    const times = serviceTimes[type]
    const drawn = draw(20_000, (random) => drawService(random, times))
    expect(Math.abs(mean(drawn) / times.meanSeconds - 1)).toBeLessThan(0.1)
    const short = drawn.filter((seconds) => seconds < 10).length / drawn.length
    expect(Math.abs(short - times.shareUnder10s)).toBeLessThan(0.01)
  },
)

test('patience follows the published survival', () => {
  const hazard = hazardOfSurvival(survival.NW)
  const drawn = draw(20_000, (random) => drawPatience(random, hazard))
  for (const [seconds, share] of survival.NW) {
    const still = drawn.filter((patience) => patience > seconds).length / drawn.length
    expect(Math.abs(still - share)).toBeLessThan(0.015)
  }
})

test('everyday customers give up most after some seconds and after a minute', () => {
  const drawn = draw(100_000, (random) => drawPatience(random, everydayHazard))
  const between = (from: number, to: number): number =>
    drawn.filter((patience) => patience >= from && patience < to).length
  expect(between(10, 15)).toBeGreaterThan(between(20, 25))
  expect(between(55, 60)).toBeGreaterThan(between(45, 50))
})

test('somebody without a reason to give up waits for ever', () => {
  expect(drawPatience(seededRandom(1), [])).toBe(Infinity)
})

test('gaps between calls have the published median', () => {
  const drawn = draw(20_000, (random) => drawQuantile(random, gapSeconds))
  const short = drawn.filter((seconds) => seconds <= 6).length / drawn.length
  expect(short).toBeCloseTo(0.5, 1)
  expect(Math.max(...drawn)).toBeLessThanOrEqual(600)
})

test('callers have fictitious numbers, some are known by name and some withhold it', () => {
  const callers = draw(2000, drawCaller)
  for (const { number } of callers) {
    expect(number).toMatch(
      /^(anonymous|\+361555\d{4}|\+12125550[01]\d\d|\+442079460\d{3}|\+447700900\d{3}|\+3319900\d{4})$/,
    )
  }
  expect(callers.some(({ name }) => name !== '')).toBe(true)
  expect(callers.some(({ number }) => number === 'anonymous')).toBe(true)
})
