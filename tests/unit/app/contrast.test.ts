import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../../src/app/styles/tokens.css', import.meta.url), 'utf8')
const colours = new Map(
  [...css.matchAll(/--([\w-]+):\s*(#[\da-f]{6})\b/g)].map(([, name = '', colour = '']) => [
    name,
    colour,
  ]),
)
const colour = (name: string): string => {
  const found = colours.get(name)
  if (found === undefined) throw new Error(`no colour --${name}`)
  return found
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(text: string, ground: string): number {
  const [one, two] = [luminance(colour(text)), luminance(colour(ground))]
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
}

const states = [...colours.keys()].filter((name) => name.startsWith('state-'))
const plain = ['text', 'text-quiet', 'warn', 'alarm', 'live', ...states].flatMap((text) =>
  ['ground', 'panel', 'panel-raised'].map((ground) => [text, ground] as const),
)
const special = [
  ['text-on-alarm', 'ground-alarm'],
  ...['ground-hold', 'ground-hold-alarm'].flatMap((ground) =>
    ['text', 'text-quiet', 'state-hold'].map((text) => [text, ground] as const),
  ),
  ...['ground-ringing', 'ground-ringing-alarm'].flatMap((ground) =>
    ['text', 'text-quiet', 'state-ringing'].map((text) => [text, ground] as const),
  ),
  ...['text', 'text-quiet', 'state-wrapup'].map((text) => [text, 'ground-wrapup-alarm'] as const),
] as const

test.each([...plain, ...special])('%s on %s can be read from afar', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(7)
})
