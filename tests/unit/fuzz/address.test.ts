import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { readPreferences } from '@/app/preferences.ts'
import { readRotation } from '@/app/pages/rotation.ts'
import { createWallRouter } from '@/app/router.ts'
import { createReloadMemory } from '@/app/serverLink/reloadMemory.ts'
import { takeKeyFromUrl } from '@/app/takeKeyFromUrl.ts'
import { takeTokenFromUrl } from '@/app/takeTokenFromUrl.ts'
import { parseRanges } from '@/contract/ranges.ts'
import { expectNone } from '../../support/fuzz/expectNone.ts'
import { mutate, mutations } from '../../support/fuzz/mutations.ts'
import { fuzz, patience } from '../../support/fuzz/runs.ts'

const pieces = [
  '1001',
  '1001-1020',
  '-',
  ',',
  '007-009',
  '*45',
  '%',
  '%2C',
  ' ',
  '1-9999',
  '9999999999999999',
  '<b>',
  '\u0661',
  '\0',
]
const manyPieces = fc
  .array(fc.constantFrom(...pieces), { maxLength: 30 })
  .map((all) => all.join(''))
const anyText = fc.oneof(manyPieces, fc.string({ unit: 'binary', maxLength: 60 }))

test(
  'any text in the place of extensions is a list that is not too long, or has a problem',
  patience,
  () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parseRanges(text)
        const isLegal =
          'problem' in read
            ? read.problem.length <= 200
            : read.length <= 10_000 &&
              new Set(read).size === read.length &&
              read.every((id) => /^[\w*#+.]+$/.test(id))
        expectNone(isLegal ? [] : [JSON.stringify(read)])
      }),
      fuzz('ranges'),
    )
  },
)

test('an address of a thousand long ranges is read at once', () => {
  expect(parseRanges(Array(100_000).fill('1-9999').join())).toMatchObject({ code: 'tooMany' })
})

const names = [
  'theme',
  'lang',
  'mask',
  'place',
  'popups',
  'sound',
  'interval',
  'every',
  '__proto__',
  'constructor',
]
const words = [
  'dark',
  'hu',
  'all',
  'supervisor',
  'off',
  'on',
  '15',
  '30',
  '',
  'toString',
  '1e999',
  '-1',
  '0x10',
]
const value = fc.oneof(
  fc.constantFrom(...words),
  fc.constant(null),
  fc.array(fc.constantFrom(...words, null), { maxLength: 2 }),
  fc.string({ maxLength: 10 }),
)

test('any query asks for something that there is', patience, () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), anyText, (query, teams) => {
      const asked = readPreferences(query)
      const { ids, everySeconds } = readRotation(teams, query['every'])
      const isLegal =
        ['dark', 'light', 'contrast'].includes(asked.theme) &&
        [undefined, 'en', 'hu', 'de', 'ar'].includes(asked.language) &&
        [undefined, 'none', 'last3', 'all'].includes(asked.mask) &&
        [undefined, 'floor', 'lobby', 'supervisor'].includes(asked.place) &&
        [15, 30, 60].includes(asked.intervalMinutes) &&
        everySeconds >= 5 &&
        everySeconds <= 3_600
      expectNone(isLegal && ids.length > 0 ? [] : [JSON.stringify({ asked, everySeconds })])
    }),
    fuzz('queries'),
  )
})

const fragment = fc
  .tuple(
    fc.constantFrom('#key=', '#token=', '#a=1&key=', '#', '', '#key=x&token='),
    anyText,
    mutations(['&', '=', '#', '%', 'key=', 'token=', '+', '%00']),
  )
  .map(([begin, text, changes]) => mutate(begin + text, changes))

test('a key or token leaves the address bar whatever stands around it', patience, () => {
  fc.assert(
    fc.property(fragment, (hash) => {
      let shown = `/team/support?x=1${hash}`
      const location = { pathname: '/team/support', search: '?x=1', hash }
      const history = {
        state: null,
        replaceState: (_state: unknown, _title: string, path?: string | URL | null) => {
          shown = String(path)
        },
      }
      const key = takeKeyFromUrl(location, history)
      if (key !== undefined) expectNone(/[#&]#*key=/.test(shown) ? [shown] : [])
      const token = takeTokenFromUrl(location, history)
      if (token !== undefined) expectNone(shown.includes('#') ? [shown] : [])
    }),
    fuzz('fragments'),
  )
})

test('whatever the storage of the tab holds, a reload is not repeated at once', patience, () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 0 }), fc.boolean(), (held, now, isFull) => {
      const kept = new Map<string, string>()
      const memory = createReloadMemory({
        getItem: (name) => kept.get(name) ?? (held === null ? null : String(held)),
        setItem: (name, text) => {
          if (isFull) throw new Error('full')
          kept.set(name, text)
        },
      })
      const claims = [memory.claimRepair(now), memory.claimRepair(now + 1)]
      const versions = [memory.claimVersion('2'), memory.claimVersion('2')]
      expectNone(claims[1] === true || versions[1] === true ? ['twice'] : [])
      expectNone(isFull && (claims[0] === true || versions[0] === true) ? ['without memory'] : [])
    }),
    fuzz('storage'),
  )
})

test('any path leads to a page', patience, () => {
  const history = { state: null, replaceState: () => undefined, pushState: () => undefined }
  const location = { pathname: '/', search: '', hash: '', host: 'wall.example', protocol: 'http:' }
  vi.stubGlobal('window', { history, location, addEventListener: () => undefined })
  vi.stubGlobal('location', location)
  vi.stubGlobal('document', { addEventListener: () => undefined })
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const router = createWallRouter()
  const begin = fc.constantFrom(
    '/',
    '/team/',
    '/extensions/',
    '/rotate/',
    '/all/',
    '/team/support/',
  )
  fc.assert(
    fc.property(begin, anyText, (root, rest) => {
      const { pathname, search, hash } = new URL(root + rest, 'http://wall.example')
      const path = pathname + search + hash
      expectNone(router.resolve(path).matched.length === 1 ? [] : [path])
    }),
    fuzz('paths'),
  )
})
