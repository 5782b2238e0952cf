import { beforeEach, expect, test } from 'vitest'
import { formatFigure } from '@/app/components/formatFigure.ts'
import { createSiteTime } from '@/app/components/siteTime.ts'
import { thresholdText } from '@/app/components/thresholdText.ts'
import type { Language } from '@/app/locales/languages.ts'
import { languages } from '@/app/locales/languages.ts'
import type { Messages } from '@/app/locales/messages.ts'
import { messages, setLanguage } from '@/app/locales/messages.ts'
import { readPreferences } from '@/app/preferences.ts'
import type { SaidText } from './everyText.ts'
import { everyText } from './everyText.ts'

async function textsIn(language: Language): Promise<readonly SaidText[]> {
  await setLanguage(language)
  return everyText(messages)
}

/** Words that a language truly shares with English, by the place where they stand. */
const shared: Readonly<Record<Exclude<Language, 'en'>, ReadonlySet<string>>> = {
  hu: new Set(['states.offline', 'figures.agentsOffline', 'signIn.token']),
  de: new Set([
    'states.offline',
    'figures.agentsOffline',
    'connection.words.granted',
    'signIn.token',
    'walls.name',
    'walls.version',
    'card.rows.version',
  ]),
  ar: new Set(),
}
const wordless = new Set(['language', 'direction', 'locale'])
const hasWords = ({ path, text }: SaidText): boolean => !wordless.has(path) && /\p{L}/u.test(text)
const foreign = ['hu', 'de', 'ar'] as const

beforeEach(() => setLanguage('en'))

test.each(languages)('every text of %s says something', async (language) => {
  for (const { path, text } of await textsIn(language)) {
    expect(text.trim(), path).not.toBe('')
    expect(text, path).not.toMatch(/undefined|NaN|\[object|#/)
  }
})

test.each(foreign)('%s has a text wherever English has one, and no other', async (language) => {
  const paths = (await textsIn('en')).map(({ path }) => path)
  expect((await textsIn(language)).map(({ path }) => path).sort()).toEqual([...paths].sort())
})

test.each(foreign)('no text of %s is left in English', async (language) => {
  const english = new Map((await textsIn('en')).map(({ path, text }) => [path, text]))
  const left = (await textsIn(language))
    .filter(hasWords)
    .filter(({ path, text }) => text === english.get(path) && !shared[language].has(path))
  expect(left).toEqual([])
})

test.each(foreign)('no sentence of %s has an English word in it', async (language) => {
  const english =
    /(?<!\p{L})(the|of|and|is|are|with|this|that|not|calls?|wall|page|press|from)(?!\p{L})/iu
  const found = (await textsIn(language)).filter(hasWords).filter(({ text }) => english.test(text))
  expect(found).toEqual([])
})

test('what is written in Arabic is in Arabic letters', async () => {
  const latin = (await textsIn('ar'))
    .filter(hasWords)
    .filter(({ text }) => !/\p{Script=Arabic}/u.test(text))
  expect(latin).toEqual([])
})

test('a piece of another script inside an Arabic sentence keeps its own direction', async () => {
  const bare = (await textsIn('ar'))
    .filter(hasWords)
    .filter(({ text }) => /[a-z]/i.test(text.replace(/\u2066[^\u2069]*\u2069/g, '')))
  expect(bare).toEqual([])
})

test.each([
  ['en', ['0 calls', '1 call', '2 calls', '3 calls', '11 calls', '100 calls']],
  ['de', ['0 Anrufe', '1 Anruf', '2 Anrufe', '3 Anrufe', '11 Anrufe', '100 Anrufe']],
  ['hu', ['0 hívás', '1 hívás', '2 hívás', '3 hívás', '11 hívás', '100 hívás']],
  ['ar', ['لا مكالمات', 'مكالمة واحدة', 'مكالمتان', '3 مكالمات', '11 مكالمة', '100 مكالمة']],
] as const)('%s has its own plurals', async (language, calls) => {
  await setLanguage(language)
  const written = [0, 1, 2, 3, 11, 100].map((count) => messages.figureNotes.abandoned(count, 0))
  expect(written).toEqual(calls)
})

test.each([
  ['en', '79.9', '12,345'],
  ['hu', '79,9', '12 345'],
  ['de', '79,9', '12.345'],
  ['ar', '79.9', '12,345'],
] as const)('%s writes its figures as %s and %s', async (language, ratio, count) => {
  await setLanguage(language)
  const written = (kind: 'ratio' | 'count', value: number): string =>
    formatFigure({ name: 'serviceLevel', kind, value }).number
  expect(written('ratio', 0.7996)).toBe(ratio)
  expect(written('count', 12_345).replace(/\s/, ' ')).toBe(count)
})

test.each([
  ['en', 'Fri 1 Jan'],
  ['hu', 'jan. 1. péntek'],
  ['de', 'Fr. 1. Jan.'],
  ['ar', 'الجمعة، 1 يناير'],
] as const)('%s writes the day as %s and the time with 24 hours', async (language, date) => {
  await setLanguage(language)
  const site = createSiteTime('Europe/Budapest')
  const newYear = Date.UTC(2026, 11, 31, 23, 5)
  expect(site.date(newYear)).toBe(date)
  expect(site.time(newYear)).toBe('00:05')
  expect(site.time(newYear + 14 * 3_600_000)).toBe('14:05')
})

test('limits are written with the numbers of the language', async () => {
  await setLanguage('hu')
  expect(thresholdText('serviceLevel', [0.805, 0.6])).toBe('Kiszolgálási szint: 80,5% / 60% alatt')
  expect(thresholdText('longestWaitNow', [60, 120])).toBe('Max. várakozás: 1:00 / 2:00 vagy több')
})

test('of two wishes for a language the later one wins', async () => {
  await Promise.all([setLanguage('de'), setLanguage('en')])
  expect(messages.language).toBe('en')
  await Promise.all([setLanguage('en'), setLanguage('hu')])
  expect(messages.language).toBe('hu')
})

test('a language that lacks a text does not compile', () => {
  // @ts-expect-error: English names more figures than this one
  const figures: Messages['figures'] = { offered: 'Beérkezett' }
  // @ts-expect-error: and more states
  const states: Messages['states'] = { talking: 'Beszél' }
  expect({ ...messages.figures, ...figures, ...messages.states, ...states }).toMatchObject({
    offered: 'Beérkezett',
    talking: 'Beszél',
  })
})

test.each(languages)('an address asks for %s by its code', (lang) => {
  expect(readPreferences({ lang }).language).toBe(lang)
})

test.each(['fr', 'HU', '', ['hu', 'de'], null])('lang=%s asks for no language', (lang) => {
  expect(readPreferences({ lang }).language).toBeUndefined()
})
