import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pbxAddressOf } from '@/app/connectPbx.ts'
import { parseConfig } from '@/contract/config.ts'
import type { Config } from '@/contract/config.ts'
import type { InputProblem } from '@/contract/inputProblem.ts'
import { expectations, problemText } from '@/contract/problemText.ts'
import { settingsOf } from '@/contract/siteOf.ts'
import { wallConfigOf } from '@/contract/wallConfig.ts'
import { createCentre } from '@/domain/centre.ts'
import { checkConfig } from '@/server/config/checkConfig.ts'
import { ConfigError } from '@/server/config/configError.ts'
import { readConfig } from '@/server/configFile.ts'
import { oddConfig, usualConfig } from '../../support/fuzz/configs.ts'
import { expectNone } from '../../support/fuzz/expectNone.ts'
import { mutate, mutations } from '../../support/fuzz/mutations.ts'
import { fuzz, patience } from '../../support/fuzz/runs.ts'

const oddWords = /undefined|NaN|\[object|function |geheim/
const longestProblem = 400

function problemFaults(problem: InputProblem): readonly string[] {
  if (!Object.hasOwn(expectations, problem.code)) return [`no words for ${problem.code}`]
  const text = problemText(problem)
  return oddWords.test(text) || text.length > longestProblem ? [text.slice(0, 2_000)] : []
}

function resultFaults({
  config,
  problems = [],
}: ReturnType<typeof parseConfig>): readonly string[] {
  const isEither = (config === undefined) === problems.length > 0
  return [...(isEither ? [] : ['neither config nor problems']), ...problems.flatMap(problemFaults)]
}

test('any JSON is a config, or has problems that say where and what', patience, () => {
  fc.assert(
    fc.property(oddConfig, (value) => {
      const told = parseConfig(value)
      expectNone(resultFaults(told))
    }),
    fuzz('configValues'),
  )
})

test(
  'what the server takes as a config the wall takes too, with the same meaning',
  patience,
  () => {
    fc.assert(
      fc.property(oddConfig, (value) => {
        const told = checkConfig(value)
        expectNone(resultFaults(told))
        if (told.config === undefined) return
        const sent = wallConfigOf(told.config)
        const read = parseConfig(JSON.parse(JSON.stringify(sent)))
        if (read.config === undefined) throw new Error(JSON.stringify(read.problems))
        expect(wallConfigOf(read.config)).toEqual(sent)
      }),
      fuzz('checkedConfigs'),
    )
  },
)

function worksWith(config: Config): void {
  createCentre(settingsOf(config), Date.UTC(2026, 10, 23)).figures('all')
  const { host, scriptUrl } = pbxAddressOf(wallConfigOf(config).pbx, 'wall.example')
  expect([host === '', scriptUrl === '']).toEqual([false, false])
}

test('with whatever is a config a wall begins', patience, () => {
  fc.assert(
    fc.property(fc.oneof(usualConfig, oddConfig), (value) => {
      const { config } = parseConfig(value)
      if (config !== undefined) worksWith(config)
    }),
    fuzz('workingConfigs'),
  )
})

const snippets = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\u',
  '\\ud800',
  '__proto__',
  '//',
  '1e999',
  '-0',
  '\0',
  '\ufeff',
  'null',
]

test('any text is a config, or a problem with its line', patience, () => {
  const layout = fc.constantFrom(undefined, 2, '\t')
  fc.assert(
    fc.property(oddConfig, mutations(snippets), layout, (value, changes, indent) => {
      const text = mutate(JSON.stringify(value, null, indent), changes)
      try {
        readConfig(text, 'wall.json')
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error
        expectNone(/line \d+/.test(error.message) ? [] : [error.message])
        expectNone(oddWords.test(error.message) && !oddWords.test(text) ? [error.message] : [])
      }
    }),
    fuzz('configTexts'),
  )
})
