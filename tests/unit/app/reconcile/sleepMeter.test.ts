import { expect, test } from 'vitest'
import { createSleepMeter } from '@/app/reconcile/sleepMeter.ts'

/** A meter that is asked once a second, with the answers of `seconds` questions after the clocks did what they did. */
function asked(): {
  readonly jump: (dateMs: number, steadyMs: number) => boolean
  readonly seconds: (count: number) => boolean[]
} {
  let date = 1_000_000
  let steady = 0
  const meter = createSleepMeter({ dateNow: () => date, steadyNow: () => steady })
  const jump = (dateMs: number, steadyMs: number): boolean => {
    date += dateMs
    steady += steadyMs
    return meter.hasSlept()
  }
  return {
    jump,
    seconds: (count) => Array.from({ length: count }, () => jump(1_000, 1_000)),
  }
}

test('a second after a second is no sleep, and a sleep is told once', () => {
  const { jump, seconds } = asked()
  expect(seconds(100)).not.toContain(true)
  expect(jump(8 * 3_600_000, 1_000)).toBe(true)
  expect(seconds(100)).not.toContain(true)
})

test('a sleep in which both clocks go on is one, a page that runs once a minute is not asleep', () => {
  const { jump } = asked()
  expect(jump(8 * 3_600_000, 8 * 3_600_000)).toBe(true)
  for (let minute = 0; minute < 10; minute++) expect(jump(61_000, 61_000)).toBe(false)
})

test('a time of day that is put right by a little, or back by however much, is no sleep', () => {
  const { jump, seconds } = asked()
  expect(jump(4_000, 1_000)).toBe(false)
  expect(jump(-3_600_000, 1_000)).toBe(false)
  expect(seconds(10)).not.toContain(true)
})

test('a slow drift between the clocks is no sleep however long it goes on', () => {
  const { jump } = asked()
  for (let second = 0; second < 1_000; second++) expect(jump(1_050, 1_000)).toBe(false)
})
