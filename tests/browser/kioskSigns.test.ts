import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import AlertLine from '@/app/components/AlertLine.vue'
import ClosedClock from '@/app/components/ClosedClock.vue'
import PageSign from '@/app/components/PageSign.vue'
import SoundSign from '@/app/components/SoundSign.vue'
import type { AlertView, SoundMark } from '@/app/components/alertView.ts'
import '@/app/styles/base.css'
import { noon } from './builders.ts'

const minute = 60_000
const timeZone = 'Europe/Budapest'

const alert = (facts: Partial<AlertView> = {}): AlertView => ({
  kind: 'longWait',
  subject: '',
  limit: 120,
  isOver: false,
  moreCount: 0,
  ...facts,
})

test.each([
  [alert(), 'A caller has waited 2:00 or longer'],
  [alert({ isOver: true }), 'Over: a caller waited 2:00 or longer'],
  [alert({ kind: 'nobodyFree' }), 'Callers are waiting and nobody is free'],
  [alert({ kind: 'serviceLevel', limit: 0.6 }), 'The service level is under 60%'],
  [alert({ subject: 'Sales' }), 'Sales · A caller has waited 2:00 or longer'],
] as const)('an alert is one sentence', async (view, sentence) => {
  await render(AlertLine, { props: { alert: view } })
  await expect.element(page.getByText(sentence, { exact: true })).toBeVisible()
  const said = document.querySelector<HTMLElement>('[data-alert]')
  expect(said?.dataset).toMatchObject({ alert: view.kind, over: String(view.isOver) })
})

test('an alert is announced when it comes, in a region that was there before', async () => {
  const nothing: { alert: AlertView | undefined } = { alert: undefined }
  const screen = await render(AlertLine, { props: nothing })
  const region = document.querySelector('[role="status"]')
  expect(region?.textContent).toBe('')
  await screen.rerender({ alert: alert({ moreCount: 2 }) })
  expect(document.querySelector('[role="status"]')).toBe(region)
  expect(region?.textContent).toContain('+ 2 more')
})

test.each([
  ['blocked', 'The browser blocks the sound: press any key', true],
  ['quiet', 'Quiet hours: no sound', true],
  ['missing', 'This browser has no sound', true],
  ['armed', 'Alerts can be heard', false],
] as const)('sound that is %s shows a mark', async (sound: SoundMark, text, isSpeltOut) => {
  const { container } = await render(SoundSign, { props: { sound } })
  const mark = container.querySelector<HTMLElement>('[data-sound]')
  expect(mark?.dataset['sound']).toBe(sound)
  const words = [...(mark?.querySelectorAll('span') ?? [])].find(
    ({ textContent }) => textContent === text,
  )
  expect(words?.classList.contains('visually-hidden')).toBe(!isSpeltOut)
})

test('nobody is told of a sound that is off', async () => {
  const { container } = await render(SoundSign, { props: { sound: 'off' } })
  expect(container.textContent).toBe('')
})

test('the page sign says which page of how many and how often everybody is seen', async () => {
  const screen = await render(PageSign, {
    props: { page: 1, pages: 3, everySeconds: 15, isPaused: false },
  })
  const sign = screen.container.querySelector<HTMLElement>('[data-page-sign]')
  expect(sign?.dataset).toMatchObject({ page: '2', pages: '3' })
  expect(sign?.textContent).toContain('Page 2 of 3')
  expect(sign?.textContent).toContain('everybody every 15 s')
  await screen.rerender({ page: 1, pages: 3, everySeconds: 15, isPaused: true })
  expect(sign?.textContent).toContain('Paused')
  expect(sign?.textContent).not.toContain('15 s')
})

test('one wall of several says which, and that it stays while somebody has paused it', async () => {
  const props = { page: 0, pages: 1, everySeconds: 0, place: 'Wall 1 of 2' }
  const screen = await render(PageSign, { props: { ...props, isPaused: false } })
  expect(screen.container.textContent).toBe('Wall 1 of 2')
  await screen.rerender({ ...props, isPaused: true })
  expect(screen.container.textContent).toContain('Paused')
})

test('a single page has no sign', async () => {
  const { container } = await render(PageSign, {
    props: { page: 0, pages: 1, everySeconds: 0, isPaused: false },
  })
  expect(container.querySelector('[data-page-sign]')).toBeNull()
})

test('the closed clock says the time, the team, and when it opens', async () => {
  const props: InstanceType<typeof ClosedClock>['$props'] = {
    ...{ title: 'Support', now: noon, timeZone },
    opensAt: noon + 60 * minute,
  }
  const screen = await render(ClosedClock, { props })
  expect(screen.container.textContent).toContain('12:00')
  expect(screen.container.textContent).toContain('Support')
  expect(screen.container.textContent).toContain('Opens 13:00')
  await screen.rerender({ ...props, opensAt: noon + 44 * 60 * minute, note: 'Connection lost' })
  expect(screen.container.textContent).toContain('Opens Mon 23 Nov 08:00')
  expect(screen.container.textContent).toContain('Connection lost')
  await screen.rerender({ ...props, opensAt: undefined })
  expect(screen.container.textContent).toContain('Closed')
})

test.each([
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
])('at %i x %i the closed clock wanders and stays on the screen', async (width, height) => {
  await page.viewport(width, height)
  const screen = await render(ClosedClock, {
    props: { title: 'Support', now: noon, timeZone, opensAt: undefined },
  })
  const places = new Set<string>()
  for (let minutes = 0; minutes < 8; minutes++) {
    await screen.rerender({
      title: 'Support',
      now: noon + minutes * minute,
      timeZone,
      opensAt: undefined,
    })
    const clock = screen.container.querySelector('.clock')?.getBoundingClientRect()
    const { top = -1, left = -1, right = Infinity, bottom = Infinity } = clock ?? {}
    expect(top).toBeGreaterThan(0)
    expect(left).toBeGreaterThan(0)
    expect(right).toBeLessThan(width)
    expect(bottom).toBeLessThan(height)
    places.add(`${Math.round(top)} ${Math.round(left)}`)
  }
  expect(places.size).toBe(8)
})
