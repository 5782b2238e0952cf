import { wcagContrast } from 'culori'
import { expect, test } from 'vitest'
import { colourNames, themeColour, themes } from '../../support/themeColours.ts'
import type { ThemeName } from '../../support/themeColours.ts'

/** Grounds on which any of the plain texts may stand. */
const plainGrounds = ['ground', 'panel', 'panel-raised']
const tinted = ['talking', 'internal', 'hold', 'ringing', 'dialing', 'wrapup', 'available']
const filled = [...tinted, 'away']

const plainTexts = [
  'text',
  'text-quiet',
  'warn',
  'alarm',
  'live',
  ...colourNames('dark').filter((name) => name.startsWith('state-')),
]

/** Every text and the ground that it stands on. */
const texts: readonly (readonly [text: string, ground: string])[] = [
  ...plainTexts.flatMap((text) => plainGrounds.map((ground) => [text, ground] as const)),
  ...tinted.flatMap((state) =>
    ['text', 'text-quiet', `state-${state}`].map((text) => [text, `ground-${state}`] as const),
  ),
  ...filled.map((state) => ['text-on-fill', `fill-${state}`] as const),
  ['text-on-alarm', 'ground-alarm'],
  ['closed-text', 'closed-ground'],
  ['closed-warn', 'closed-ground'],
]

/** What is seen without being read: 3:1 is enough. */
const graphics = [
  'chart-answered',
  'chart-abandoned',
  'chart-other',
  'chart-level',
  'focus',
].flatMap((graphic) => plainGrounds.map((ground) => [graphic, ground] as const))

/** The pairs of a theme whose contrast is under `least`. */
function weak(theme: ThemeName, pairs: readonly (readonly [string, string])[], least: number) {
  return pairs
    .filter(([one, two]) => wcagContrast(themeColour(theme, one), themeColour(theme, two)) < least)
    .map(([one, two]) => `${one} on ${two}`)
}

test.each(themes)('%s: every text can be read from afar', (theme) => {
  expect(weak(theme, texts, 7)).toEqual([])
})

test.each(themes)('%s: bars, lines and the focus stand out from every panel', (theme) => {
  expect(weak(theme, graphics, 3)).toEqual([])
})

test.each(themes)('%s sets the colours that every theme sets', (theme) => {
  expect(colourNames(theme)).toEqual(colourNames('dark'))
})
