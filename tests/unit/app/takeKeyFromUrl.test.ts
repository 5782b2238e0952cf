import { expect, test } from 'vitest'
import { takeKeyFromUrl, watchKeyInUrl } from '@/app/takeKeyFromUrl.ts'
import { takeTokenFromUrl } from '@/app/takeTokenFromUrl.ts'

/** A page whose address and history are what the browser would make of them. */
function pageAt(hash: string) {
  const target = new EventTarget()
  const page = {
    location: { hash, pathname: '/team/support', search: '?lang=de' },
    history: {
      state: { position: 3 } as unknown,
      replaceState(state: unknown, _title: string, url?: string | URL | null) {
        page.history.state = state
        const to = new URL(String(url), 'http://wall.example')
        page.location = { hash: to.hash, pathname: to.pathname, search: to.search }
      },
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    /** Somebody opens a link that differs in its fragment alone. */
    open(other: string) {
      page.location.hash = other
      page.history.state = null
      target.dispatchEvent(new Event('popstate'))
    },
    shown: () => page.location.pathname + page.location.search + page.location.hash,
  }
  return page
}

type Page = ReturnType<typeof pageAt>
const take = (page: Page): string | undefined => takeKeyFromUrl(page.location, page.history)
const watch = (page: Page, onKey: (key: string) => void): (() => void) =>
  watchKeyInUrl(page as unknown as Window, onKey)

test('the key is taken, and the address and the history keep everything else', () => {
  const page = pageAt('#key=geheim')
  expect(take(page)).toBe('geheim')
  expect(page.shown()).toBe('/team/support?lang=de')
  expect(page.history.state).toEqual({ position: 3 })
})

test.each([
  ['#key=a+b/c==', 'a+b/c=='],
  ['#key=a%20b%26c%23d%2Be', 'a b&c#d+e'],
  ['#key=100%', '100%'],
  ['#key=%F0%9F%94%91', '🔑'],
])('%s is the key %s', (hash, key) => {
  expect(take(pageAt(hash))).toBe(key)
})

test.each(['#key=k&token=to+ken', '#token=to+ken&key=k', '#token=to+ken&key=k&key=l'])(
  'a token beside the key (%s) is there to be taken next',
  (hash) => {
    const page = pageAt(hash)
    expect(take(page)).toBe('k')
    expect(page.shown()).toBe('/team/support?lang=de#token=to+ken')
    expect(takeTokenFromUrl(page.location, page.history)).toBe('to+ken')
  },
)

test.each(['', '#', '#token=x', '#top', '#nokey=1', '#monkey=1'])('%j is left alone', (hash) => {
  const page = pageAt(hash)
  expect(take(page)).toBeUndefined()
  expect(page.location.hash).toBe(hash)
})

test('an empty key is none, and goes all the same', () => {
  const page = pageAt('#key=')
  expect(take(page)).toBeUndefined()
  expect(page.location.hash).toBe('')
})

test('a link with a key that is opened in the page itself is heard, and its key is gone', () => {
  const page = pageAt('')
  const heard: string[] = []
  const stop = watch(page, (key) => heard.push(key))
  page.open('#key=one')
  expect(page.shown()).toBe('/team/support?lang=de')
  page.open('#top')
  stop()
  page.open('#key=two')
  expect(heard).toEqual(['one'])
})
