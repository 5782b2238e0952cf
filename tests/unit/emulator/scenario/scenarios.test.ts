import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runScenario, scenarioFrom, scenarioNamed, scenarioNames } from './scenarioRun.ts'

test.for(scenarioNames().map((name) => [name.replace(/-/g, ' '), name] as const))(
  '%s',
  ([, name]) => {
    const scenario = scenarioNamed(name)
    expect(scenario.expected?.words).toMatch(/\.$/)
    const compared = runScenario(scenario)
    expect(compared.map(({ at, found }) => ({ at, found }))).toEqual(
      compared.map(({ at, expected }) => ({ at, found: expected })),
    )
  },
)

test('the example of the documentation is played as it says', () => {
  const page = readFileSync(new URL('../../../../docs/scenarios.md', import.meta.url), 'utf8')
  const example = /```json\n([^]*?)```/.exec(page)?.[1] ?? ''
  const compared = runScenario(scenarioFrom(JSON.parse(example)))
  expect(compared.map(({ found }) => found)).toEqual(compared.map(({ expected }) => expected))
  expect(compared).toHaveLength(2)
})
