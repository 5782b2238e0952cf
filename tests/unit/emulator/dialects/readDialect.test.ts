import { expect, test } from 'vitest'
import { dialectOptions, profiles } from '@/emulator/dialect.ts'
import type { Dialect } from '@/emulator/dialect.ts'
import { isDialectProblem, readDialect } from '@/emulator/readDialect.ts'

test.each(['documented', 'seed', 'dotnet'] as const)(
  'the profile %s is found by its name',
  (name) => {
    expect(readDialect(name, '')).toEqual(profiles[name])
  },
)

test('single options are put over the profile, blanks and all', () => {
  expect(readDialect('seed', ' sessionId = Id, stateWords=UPPER_SNAKE,')).toEqual({
    ...profiles.seed,
    sessionId: 'Id',
    stateWords: 'UPPER_SNAKE',
  })
})

test('every value of every option can be chosen', () => {
  for (const [name, values] of Object.entries(dialectOptions)) {
    for (const value of values) {
      const read = readDialect('documented', `${name}=${value}`)
      expect(isDialectProblem(read) ? read.problem : read[name as keyof Dialect]).toBe(value)
    }
  }
})

test.each([
  ['klingon', '', 'profile', 'expected documented, seed or dotnet'],
  ['toString', '', 'profile', 'expected documented, seed or dotnet'],
  ['seed', 'colour=red', 'dialect', /^there is no option “colour”; there are connectionInfo, /],
  ['seed', 'closeEvents', 'dialect', 'closeEvents: expected on or off, found “”'],
  ['seed', 'closeEvents=no', 'dialect', 'closeEvents: expected on or off, found “no”'],
  ['seed', 'closeEvents=on=on', 'dialect', 'closeEvents: expected on or off, found “on=on”'],
  ['seed', 'closeEvents=off,finalStates=untold', 'dialect', /no call would ever end/],
])('%s with “%s” is refused with a reason', (profile, changes, option, problem) => {
  expect(readDialect(profile, changes)).toEqual({
    option,
    problem: expect.stringMatching(problem) as string,
  })
})
