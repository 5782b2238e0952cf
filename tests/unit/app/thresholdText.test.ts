import { expect, test } from 'vitest'
import { thresholdText } from '@/app/components/thresholdText.ts'

test.each([
  ['waitingCalls', [2, 5], 'Waiting from 2 / 5'],
  ['longestWaitNow', [60, 120], 'Longest wait from 1:00 / 2:00'],
  ['serviceLevel', [0.8, 0.625], 'Service level under 80% / 62.5%'],
  ['noSuchFigure', [1, 2], 'noSuchFigure from 1 / 2'],
] as const)('the limits of %s read “%s”', (name, thresholds, text) => {
  expect(thresholdText(name, thresholds)).toBe(text)
})
