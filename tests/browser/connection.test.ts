import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import ConnectionBanner from '@/app/components/ConnectionBanner.vue'
import WallHeader from '@/app/components/WallHeader.vue'
import type { ConnectionView } from '@/app/components/views.ts'
import { noon } from './builders.ts'

const connection = (facts: Partial<ConnectionView> = {}): ConnectionView => ({
  state: 'granted',
  isLive: true,
  since: noon - 3_600_000,
  scriptUrl: 'http://192.0.2.10:7777/WebphoneAPI',
  ...facts,
})

const timeZone = 'Europe/Budapest'

test('the header shows the site’s clock, date and connection', async () => {
  const { container } = await render(WallHeader, {
    props: {
      ...{ title: 'Support', siteName: 'Contoso', now: noon, timeZone, liveUntil: noon },
      connection: connection(),
    },
  })
  expect(container.querySelector('.clock')?.textContent).toBe('12:00')
  expect(container.textContent).toContain('Contoso · Sat 21 Nov')
  expect(container.querySelector('[role="status"]')?.textContent).toMatch(/Live\s*since 11:00/)
})

test('granted is not called live before the calls have been read', async () => {
  const { container } = await render(WallHeader, {
    props: {
      title: '',
      siteName: '',
      now: noon,
      timeZone,
      liveUntil: undefined,
      connection: connection({ isLive: false }),
    },
  })
  expect(container.querySelector('[role="status"]')?.textContent).not.toContain('Live')
})

const bannerOf = async (
  facts: Partial<ConnectionView>,
  props: { liveUntil?: number; now?: number; blockedBy?: string } = {},
): Promise<HTMLElement> => {
  const { container } = await render(ConnectionBanner, {
    props: {
      connection: connection({ isLive: false, ...facts }),
      ...{ timeZone, now: noon, liveUntil: undefined, ...props },
    },
  })
  return container
}

test.each([
  ['denied', 'Check the token'],
  ['failed', 'Check its address'],
  ['closed', 'was lost'],
  ['scriptMissing', 'http://192.0.2.10:7777/WebphoneAPI'],
  ['connecting', 'Connecting'],
] as const)('the banner says what is wrong when %s, and since when', async (state, words) => {
  const banner = await bannerOf({ state }, { liveUntil: noon })
  expect(banner.textContent).toContain(words)
  expect(banner.textContent).toContain('Not live since 12:00')
})

test.each([
  [{ code: 'serverUnreachable' }, 'server cannot be reached'],
  [{ code: 'denied' }, 'refused the wall’s server'],
  [{ code: 'denied', pbxCode: '305' }, 'Correct OZEKI_HTTP_USERNAME and OZEKI_HTTP_PASSWORD'],
  [{ code: 'failed', pbxCode: 'timeout' }, 'does not answer in time'],
] as const)('the banner says why there is no token: %o', async (tokenProblem, words) => {
  expect((await bannerOf({ state: 'failed', tokenProblem })).textContent).toContain(words)
})

test.each([
  ['scriptMissing', true],
  ['failed', false],
] as const)('a content rule is blamed for a missing script alone: %s', async (state, isBlamed) => {
  const banner = await bannerOf({ state }, { blockedBy: 'script-src' })
  expect(banner.textContent.includes('script-src')).toBe(isBlamed)
})

test('a live wall has no banner', async () => {
  expect((await bannerOf({ isLive: true }, { liveUntil: noon })).textContent).toBe('')
})

test('the time since the loss counts up in large digits', async () => {
  const screen = await render(ConnectionBanner, {
    props: {
      connection: connection({ state: 'closed', isLive: false }),
      ...{ timeZone, now: noon + 4_000, liveUntil: noon },
    },
  })
  const elapsed = (): string | undefined =>
    screen.container.querySelector('[data-elapsed]')?.textContent
  expect(elapsed()).toBe('0:04')
  await screen.rerender({ now: noon + 3_600_000 })
  expect(elapsed()).toBe('1:00:00')
})

test('whoever listens to the page is not told of every second', async () => {
  const banner = await bannerOf({ state: 'closed' }, { liveUntil: noon })
  const counter = banner.querySelector('[data-elapsed]')
  expect(counter?.closest('[role="alert"]')).toBeNull()
  expect(counter?.getAttribute('aria-hidden')).toBe('true')
})

test('a wall that has been lost since another day names the day', async () => {
  const props = { liveUntil: noon - 86_400_000, now: noon }
  const banner = await bannerOf({ state: 'failed', setback: 'failed' }, props)
  expect(banner.textContent).toContain('Not live since Fri 20 Nov 12:00')
})

test('a wall that never was live counts nothing', async () => {
  const banner = await bannerOf({ state: 'denied', setback: 'denied' })
  expect(banner.querySelector('[data-elapsed]')).toBeNull()
  expect(banner.textContent).toContain('Access refused')
})

test.each([
  ['connecting', 'Connecting …'],
  ['granted', 'Reading calls …'],
] as const)('the last failure stays while the next try is %s', async (state, small) => {
  const banner = await bannerOf({ state, setback: 'closed' }, { liveUntil: noon })
  expect(banner.querySelector('[role="alert"]')?.textContent).toContain('was lost')
  expect(banner.querySelector('.try')?.textContent).toBe(small)
})

test.each([
  ['silent', 'no longer told this wall'],
  ['slept', 'This screen had stopped'],
] as const)('a connection given up because it %s says so', async (setback, words) => {
  const banner = await bannerOf({ state: 'granted', setback }, { liveUntil: noon })
  expect(banner.textContent).toContain(words)
})

test('the header of a lost wall names the failure and the moment of the loss, and its clock goes on', async () => {
  const { container } = await render(WallHeader, {
    props: {
      ...{ title: '', siteName: '', now: noon + 180_000, timeZone, liveUntil: noon },
      connection: connection({
        ...{ state: 'connecting', isLive: false, setback: 'failed', since: noon + 170_000 },
      }),
    },
  })
  const sign = container.querySelector('[role="status"]')
  expect(sign?.textContent).toMatch(/No connection\s*since 12:00/)
  expect(container.querySelector('.clock')?.textContent).toBe('12:03')
})
