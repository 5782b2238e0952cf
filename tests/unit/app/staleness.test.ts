import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { createSiteTime } from '@/app/components/siteTime.ts'
import { spanInWords } from '@/app/components/span.ts'
import { ageOf } from '@/app/components/staleness.ts'
import { useFreshness } from '@/app/pages/useFreshness.ts'
import { useCentre } from '@/app/stores/centre.ts'

const noon = Date.UTC(2026, 10, 21, 11)

beforeEach(() => setActivePinia(createPinia()))

test.each([
  [true, false, 0, 'live'],
  [false, true, 0, 'lost'],
  [false, true, 59_999, 'lost'],
  [false, true, 60_000, 'old'],
] as const)('live: %s, failed: %s, %i ms later the wall is %s', (isLive, hasFailed, ms, age) => {
  expect(ageOf({ isLive, hasFailed }, noon, noon + ms)).toBe(age)
})

test('a wall that never was live is at its end once its first try has failed', () => {
  expect(ageOf({ isLive: false, hasFailed: false }, undefined, noon)).toBe('lost')
  expect(ageOf({ isLive: false, hasFailed: true }, undefined, noon)).toBe('old')
})

test.each([
  [0, '0 s'],
  [2_900, '2 s'],
  [60_000, '1 min'],
  [190_000, '3 min 10 s'],
  [3_600_000, '1 h'],
  [3_601_000, '1 h'],
  [7_380_000, '2 h 3 min'],
  [-5, '0 s'],
])('%i ms are %s', (milliseconds, words) => {
  expect(spanInWords(milliseconds)).toBe(words)
})

test('a moment of another day is told with its day, in the site’s zone', () => {
  const site = createSiteTime('Europe/Budapest')
  const [lateOnFriday, earlyOnSaturday] = [
    Date.UTC(2026, 10, 20, 22, 59),
    Date.UTC(2026, 10, 20, 23),
  ]
  expect(site.moment(lateOnFriday, lateOnFriday)).toBe('23:59')
  expect(site.moment(lateOnFriday, earlyOnSaturday)).toBe('Fri 20 Nov 23:59')
})

test('the times of a wall stop at its loss, and go on once it is live again', () => {
  const wall = useCentre()
  const { shownNow, asOf, age } = useFreshness()
  const tell = (isLive: boolean): void => {
    wall.connection = { ...wall.connection, isLive }
  }
  wall.now = noon
  wall.liveUntil = noon
  tell(true)
  expect([shownNow.value, asOf.value, age.value]).toEqual([noon, null, 'live'])
  tell(false)
  wall.now = noon + 65_000
  expect(shownNow.value).toBe(noon)
  expect(asOf.value).toEqual({ at: noon, text: '11:00' })
  expect(age.value).toBe('old')
  tell(true)
  expect([shownNow.value, asOf.value]).toEqual([noon + 65_000, null])
})
