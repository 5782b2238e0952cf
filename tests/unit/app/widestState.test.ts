import { afterEach, expect, test } from 'vitest'
import { layoutOf } from '@/app/composables/fitGridTiles.ts'
import { widestState } from '@/app/composables/widestState.ts'
import { setLanguage } from '@/app/locales/messages.ts'

afterEach(() => setLanguage('en'))

const textSize = (word: number): number => layoutOf('line', 20, 300, 600, 16, word).textSize

test('a language of long words has smaller letters where tiles are narrow', async () => {
  const english = widestState()
  await setLanguage('de')
  expect(widestState()).toBeGreaterThan(english)
  expect(textSize(widestState())).toBeLessThan(textSize(english))
})

test('short words make no tile smaller than it was drawn', () => {
  expect(textSize(1)).toBe(textSize(0))
})
