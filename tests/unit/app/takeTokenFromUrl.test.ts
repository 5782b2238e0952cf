import { expect, test } from 'vitest'
import { takeTokenFromUrl } from '@/app/takeTokenFromUrl.ts'

interface Taken {
  readonly token: string | undefined
  /** What the address bar shows afterwards; empty when it was left alone. */
  readonly shown: string
}

function take(hash: string): Taken {
  let shown = ''
  const location = { hash, pathname: '/team/support', search: '?lang=en' }
  const token = takeTokenFromUrl(location, {
    replaceState: (_state, _title, url) => {
      shown = String(url)
    },
  })
  return { token, shown }
}

test('the token is taken and the address keeps everything else', () => {
  expect(take('#token=Zm9v')).toEqual({ token: 'Zm9v', shown: '/team/support?lang=en' })
})

test.each([
  ['ab+/c==', 'ab+/c=='],
  ['ab%2B%2Fc%3D%3D', 'ab+/c=='],
  ['x&theme=dark', 'x'],
])('#token=%s is the token %s', (written, token) => {
  expect(take(`#token=${written}`).token).toBe(token)
})

test.each(['', '#', '#token=', '#top', '#notoken=1'])(
  '%j holds no token and is left alone',
  (hash) => {
    expect(take(hash)).toEqual({ token: undefined, shown: '' })
  },
)
