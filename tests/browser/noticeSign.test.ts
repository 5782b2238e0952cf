import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import type { VNode } from 'vue'
import { h } from 'vue'
import AlertLine from '@/app/components/AlertLine.vue'
import NoticeSign from '@/app/components/NoticeSign.vue'
import WallFooter from '@/app/components/WallFooter.vue'
import type { NoticeView } from '@/app/components/noticeView.ts'
import { languages } from '@/app/locales/languages.ts'
import { messages, setLanguage } from '@/app/locales/messages.ts'
import '@/app/styles/base.css'
import { noon } from './builders.ts'

const timeZone = 'Europe/Budapest'
const codes: readonly NoticeView['code'][] = [
  'tokenEndsSoon',
  'tokenOver',
  'configRejected',
  'recordsFailing',
  'historyFailing',
  'serverSilent',
]
const noticesFrom = (code: NoticeView['code']): NoticeView[] =>
  [code, ...codes.filter((other) => other !== code)].map((each) => ({ code: each, at: noon }))

beforeEach(() => page.viewport(1920, 1080))
afterEach(() => setLanguage('en'))

test('a wall without notices has no sign', async () => {
  const { container } = await render(NoticeSign, { props: { notices: [], timeZone } })
  expect(container.textContent).toBe('')
})

test('the first notice is named in a few words, and how many others there are', async () => {
  const screen = await render(NoticeSign, {
    props: { notices: [{ code: 'tokenEndsSoon', at: noon }], timeZone },
  })
  const words = (): readonly string[] =>
    [...screen.container.querySelectorAll('span:not(.icon)')].map(({ textContent }) => textContent)
  expect(words()).toEqual(['Token ends at 12:00'])
  await screen.rerender({ notices: noticesFrom('recordsFailing') })
  expect(words()).toEqual(['Records not stored', '+ 5'])
  expect(screen.container.querySelector('[data-notice="recordsFailing"]')).not.toBeNull()
})

function footer(notices: readonly NoticeView[]): VNode {
  const formula = { formula: 'offered', answerWithinSeconds: 20, target: 0.8 } as const
  return h(
    WallFooter,
    { note: messages.formula({ ...formula, shortAbandonSeconds: 5 }) },
    {
      default: () =>
        h(AlertLine, {
          alert: { kind: 'longWait', subject: '', limit: 120, isOver: false, moreCount: 0 },
        }),
      sign: () => h(NoticeSign, { notices, timeZone }),
    },
  )
}

test.each(languages.flatMap((language) => codes.map((code) => [language, code] as const)))(
  'in %s the notice %s beside an alert and the note makes the foot no higher',
  async (language, code) => {
    await setLanguage(language)
    const screen = await render(() => footer([]), { container: document.body })
    const height = (): number => document.querySelector('footer')?.offsetHeight ?? 0
    const before = height()
    expect(before).toBeGreaterThan(50)
    await screen.unmount()
    await render(() => footer(noticesFrom(code)), { container: document.body })
    expect(height()).toBe(before)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1920)
  },
)
