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
    props: { title: 'Support', siteName: 'Contoso', now: noon, timeZone, connection: connection() },
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
      connection: connection({ isLive: false }),
    },
  })
  expect(container.querySelector('[role="status"]')?.textContent).not.toContain('Live')
})

test.each([
  ['denied', 'Check the token'],
  ['failed', 'Check its address'],
  ['closed', 'was lost'],
  ['scriptMissing', 'http://192.0.2.10:7777/WebphoneAPI'],
  ['connecting', 'Connecting'],
] as const)('the banner says what is wrong when %s', async (state, words) => {
  const { container } = await render(ConnectionBanner, {
    props: { connection: connection({ state, isLive: false }), timeZone, liveUntil: noon },
  })
  expect(container.textContent).toContain(words)
  expect(container.textContent).toContain('What you see is from 12:00.')
})

test.each([
  [{ code: 'serverUnreachable' }, 'server cannot be reached'],
  [{ code: 'denied' }, 'refused the wall’s server'],
  [{ code: 'denied', pbxCode: '305' }, 'Correct OZEKI_HTTP_USERNAME and OZEKI_HTTP_PASSWORD'],
  [{ code: 'failed', pbxCode: 'timeout' }, 'does not answer in time'],
] as const)('the banner says why there is no token: %o', async (tokenProblem, words) => {
  const { container } = await render(ConnectionBanner, {
    props: {
      connection: connection({ state: 'failed', isLive: false, tokenProblem }),
      timeZone,
      liveUntil: undefined,
    },
  })
  expect(container.textContent).toContain(words)
})

test.each([
  ['scriptMissing', true],
  ['failed', false],
] as const)('a content rule is blamed for a missing script alone: %s', async (state, isBlamed) => {
  const { container } = await render(ConnectionBanner, {
    props: {
      connection: connection({ state, isLive: false }),
      timeZone,
      liveUntil: undefined,
      blockedBy: 'script-src',
    },
  })
  expect(container.textContent.includes('script-src')).toBe(isBlamed)
})

test('a live wall has no banner', async () => {
  const { container } = await render(ConnectionBanner, {
    props: { connection: connection(), timeZone, liveUntil: undefined },
  })
  expect(container.textContent).toBe('')
})
