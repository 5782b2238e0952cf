import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  rgb,
} from 'culori'
import type { Rgb } from 'culori'
import { expect, test } from 'vitest'
import { agentStates } from '@/domain/agentState.ts'
import { themeColour, themes } from '../../support/themeColours.ts'
import type { ThemeName } from '../../support/themeColours.ts'

const eyes = {
  'usual eyes': (colour: Rgb) => colour,
  deuteranopia: filterDeficiencyDeuter(1),
  protanopia: filterDeficiencyProt(1),
  tritanopia: filterDeficiencyTrit(1),
}
type Eyes = keyof typeof eyes
const allEyes = Object.keys(eyes) as Eyes[]

const difference = differenceCiede2000()
const cases = themes.flatMap((theme) => allEyes.map((eye) => [theme, eye] as const))
const shown = [...agentStates, 'internal'].map((state) =>
  state.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
)

/** The pairs of tokens that are closer than `least`, as a person with such eyes sees them. */
function tooClose(theme: ThemeName, eye: Eyes, tokens: readonly string[], least: number): string[] {
  const seen = tokens.map((token) => eyes[eye](rgb(themeColour(theme, token))!))
  return tokens.flatMap((token, index) =>
    tokens.slice(index + 1).flatMap((other, offset) => {
      const [one, two] = [seen[index], seen[index + 1 + offset]]
      if (one === undefined || two === undefined) return []
      return difference(one, two) < least ? [`${token} and ${other}`] : []
    }),
  )
}

test.each(cases)('%s: every two states differ for %s', (theme, eye) => {
  const edges = shown.map((state) => `edge-${state}`)
  expect(tooClose(theme, eye, edges, 10)).toEqual([])
})

test.each(cases)('%s: the bars and the line of the chart differ for %s', (theme, eye) => {
  const series = ['answered', 'abandoned', 'other', 'level'].map((name) => `chart-${name}`)
  expect(tooClose(theme, eye, series, 10)).toEqual([])
})
