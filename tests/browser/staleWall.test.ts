import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { h } from 'vue'
import ComebackLine from '@/app/components/ComebackLine.vue'
import ConnectionBanner from '@/app/components/ConnectionBanner.vue'
import WallFooter from '@/app/components/WallFooter.vue'
import WallFrame from '@/app/components/WallFrame.vue'
import { setLanguage } from '@/app/locales/messages.ts'
import type { Language } from '@/app/locales/languages.ts'
import '@/app/styles/base.css'
import { noon } from './builders.ts'
import { fullCharts, fullWall } from './fullWall.ts'

const asOf = { at: noon, text: '12:00' }

const tags = (root: Element): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-as-of]'),
]

afterEach(() => setLanguage('en'))

test('each block of a stale wall says once of when it is', async () => {
  const slots = fullWall([], 'closed', false)
  const { container } = await render(WallFrame, { slots, props: { age: 'lost', asOf } })
  expect(tags(container).map(({ textContent }) => textContent)).toEqual(
    Array.from({ length: 4 }, () => 'as of 12:00'),
  )
  for (const tag of tags(container)) expect(tag.dataset['asOf']).toBe(String(noon))
})

test('a wall of charts says it too', async () => {
  const props = { age: 'lost', asOf } as const
  const { container } = await render(WallFrame, { slots: fullCharts(), props })
  expect(tags(container)).toHaveLength(1)
})

test('a live wall says nothing of the kind', async () => {
  const { container } = await render(WallFrame, { slots: fullWall([], 'granted', true) })
  expect(tags(container)).toEqual([])
  expect(container.querySelector('[data-age]')?.getAttribute('data-age')).toBe('live')
})

test('tiles lose their ground at the loss, and their colours a minute later', async () => {
  const slots = fullWall([], 'closed', false)
  const screen = await render(WallFrame, { slots, props: { age: 'lost', asOf } })
  await expect.poll(() => screen.container.querySelector('[data-tile]')).not.toBeNull()
  const edge = (): string =>
    getComputedStyle(
      screen.container.querySelector('[data-state="talking"][data-internal="false"]')!,
    ).borderLeftColor
  const ground = getComputedStyle(screen.container.querySelector('[data-tile]')!).backgroundColor
  expect(ground).toBe('rgba(0, 0, 0, 0)')
  expect(edge()).toBe('rgb(52, 140, 234)')
  await screen.rerender({ age: 'old' })
  expect(edge()).toBe('rgb(43, 55, 69)')
})

test('a banner takes the place of alert, sign and note, and the footer keeps its height', async () => {
  await page.viewport(1920, 1080)
  const connection = { state: 'closed', isLive: false, since: noon, scriptUrl: '' } as const
  const banner = () =>
    h(ConnectionBanner, { connection, timeZone: 'UTC', now: noon, liveUntil: noon })
  const rest = { default: () => h('p', { class: 'alert' }, 'alert'), sign: () => 'sign' }
  const screen = await render(WallFooter, {
    props: { note: 'how it is counted' },
    slots: rest,
  })
  const height = screen.container.querySelector('footer')!.clientHeight
  await screen.unmount()
  const stale = await render(WallFooter, {
    props: { note: 'how it is counted' },
    slots: { ...rest, banner },
  })
  const footer = stale.container.querySelector('footer')!
  expect(footer.innerText).toContain('Not live since')
  expect(footer.innerText).not.toMatch(/how it is counted|sign/)
  expect(footer.querySelector<HTMLElement>('.alert')?.offsetHeight).toBe(0)
  expect(footer.clientHeight).toBe(height)
})

const comeback = (recovered: number, unknown: number) => ({
  ...{ from: noon - 190_000, to: noon },
  ...{ recovered, unknown },
})

test.each([
  [7, 2, 'Back after 3 min 10 s: 7 calls recovered, 2 unknown'],
  [1, 0, 'Back after 3 min 10 s: 1 call recovered'],
  [0, 1, 'Back after 3 min 10 s: 1 call unknown'],
  [0, 0, 'Back after 3 min 10 s: no call was missed'],
])('%i recovered and %i unknown calls are told: %s', async (recovered, unknown, sentence) => {
  const { container } = await render(ComebackLine, {
    props: { comeback: comeback(recovered, unknown) },
  })
  const line = container.querySelector<HTMLElement>('[data-comeback]')
  expect(line?.querySelector<HTMLElement>(':not(.icon)')?.innerText).toBe(sentence)
  expect(line?.dataset).toMatchObject({
    recovered: String(recovered),
    unknown: String(unknown),
  })
})

test.each([
  ['de', 'Wieder da nach 3 Min. 10 Sek.: 7 Anrufe nachgetragen, 2 unbekannt'],
  ['hu', 'Újra él 3 perc 10 mp után: 7 hívás pótolva, 2 ismeretlen'],
  ['ar', 'عاد الاتصال بعد 3 دقائق و10 ثوانٍ: استُعيدت 7 مكالمات، مكالمتان مجهولتان'],
] as const)('%s tells it in its own forms', async (language: Language, sentence) => {
  await setLanguage(language)
  const { container } = await render(ComebackLine, { props: { comeback: comeback(7, 2) } })
  expect(container.querySelector<HTMLElement>('[data-comeback] > :not(.icon)')?.innerText).toBe(
    sentence,
  )
})
