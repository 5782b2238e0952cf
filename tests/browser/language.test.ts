import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { nextTick } from 'vue'
import WallFrame from '@/app/components/WallFrame.vue'
import { languages } from '@/app/locales/languages.ts'
import { messages, setLanguage } from '@/app/locales/messages.ts'
import '@/app/styles/base.css'
import type { SessionState } from '@/domain/sessionState.ts'
import { clippedTexts } from './clippedTexts.ts'
import { fullCharts, fullWall, staleFrame } from './fullWall.ts'

const screens = [
  [1366, 768],
  [1920, 1080],
] as const
const cases = languages.flatMap((language) =>
  screens.map(([width, height]) => ({ language, width, height })),
)

/** The session states whose words are the longest of one language or another. */
const wordy: readonly SessionState[][] = [
  ['TransferRequested', 'TransferFailed', 'NotAnswered'],
  ['CallerHungUp', 'NotFound', 'Cancelled'],
]

async function wallOf(
  slots: Readonly<Record<string, () => unknown>>,
  props: Partial<ReturnType<typeof staleFrame>> = {},
): Promise<HTMLElement> {
  const { container } = await render(WallFrame, { slots, props })
  await document.fonts.load('1em "Inter Variable"', 'aő')
  const tile = (): Element | null => container.querySelector('[data-tile], [data-chart]')
  await expect.poll(() => tile()?.clientHeight ?? 0).toBeGreaterThan(0)
  return container
}

afterEach(async () => {
  await setLanguage('en')
  document.documentElement.dir = 'ltr'
})

test.each(cases)('no word of $language is cut at $width x $height', async (wanted) => {
  await page.viewport(wanted.width, wanted.height)
  await setLanguage(wanted.language)
  document.documentElement.dir = messages.direction
  for (const states of wordy) {
    const wall = await wallOf(fullWall(states, 'granted', true))
    expect(clippedTexts(wall)).toEqual([])
    wall.remove()
  }
  for (const state of ['granted', 'scriptMissing', 'denied'] as const) {
    const wall = await wallOf(fullWall([], state, false), staleFrame())
    expect(clippedTexts(wall)).toEqual([])
    wall.remove()
  }
})

test.each(languages.flatMap((language) => [12, 60, 240].map((count) => ({ language, count }))))(
  'no word of $language is cut on $count tiles',
  async ({ language, count }) => {
    await page.viewport(1920, 1080)
    await setLanguage(language)
    document.documentElement.dir = messages.direction
    expect(clippedTexts(await wallOf(fullWall(['Ringing'], 'granted', true, count)))).toEqual([])
  },
)

test.each(cases)(
  'no figure of $language is cut on a wall of charts at $width x $height',
  async (wanted) => {
    await page.viewport(wanted.width, wanted.height)
    await setLanguage(wanted.language)
    document.documentElement.dir = messages.direction
    expect(clippedTexts(await wallOf(fullCharts()))).toEqual([])
  },
)

test('a wall that is shown changes its language at once', async () => {
  const wall = await wallOf(fullWall(['Ringing'], 'granted', true))
  expect(wall.textContent).toContain('Service level')
  await setLanguage('hu')
  await nextTick()
  expect(wall.textContent).toContain('Kiszolgálási szint')
  expect(wall.textContent).not.toContain('Service level')
})
