import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemText } from '@/contract/problemText.ts'
import { agentStates } from '@/domain/agentState.ts'
import { checkConfig } from '@/server/config/checkConfig.ts'
import { nearest } from '@/server/config/nearest.ts'

const problems = (more: object): readonly string[] =>
  (checkConfig({ pbx: { address: '192.0.2.10' }, ...more }).problems ?? []).map(problemText)

test.each([
  [
    'an extension twice in the ranges of a team',
    { teams: [{ id: 'a', extensions: ['1001-1003', '1002'] }] },
  ],
  [
    'a range that includes a queue of its own team, which is no tile',
    { teams: [{ id: 'a', queues: ['1003'], extensions: ['1001-1004'] }] },
  ],
  [
    'an agent who stands in a range, too',
    { teams: [{ id: 'a', extensions: ['1001-1003'], agents: [{ extensions: ['1002', '6002'] }] }] },
  ],
  [
    'the same agent in two teams, in any order',
    {
      teams: [
        { id: 'a', agents: [{ name: 'Ana', extensions: ['1001', '6001'] }] },
        { id: 'b', agents: [{ extensions: ['6001', '1001'] }] },
      ],
    },
  ],
  [
    'a queue of two teams',
    {
      teams: [
        { id: 'a', queues: ['5000'] },
        { id: 'b', queues: ['5000'] },
      ],
    },
  ],
  [
    'hours that touch, also over midnight and the week’s end',
    {
      site: {
        openingHours: {
          'mon-sat': ['08:00-12:00', '12:00-18:00'],
          sun: ['22:00-08:00', '08:00-22:00'],
        },
      },
    },
  ],
  [
    'thresholds of one number',
    { teams: [{ id: 'a', thresholds: { waitingCalls: [3, 3], serviceLevel: [0.8, 0.8] } }] },
  ],
  [
    'limits for every state that there is',
    { alerts: { stateSeconds: Object.fromEntries(agentStates.map((state) => [state, [1, 2]])) } },
  ],
])('%s is allowed', (_what, more) => {
  expect(problems(more)).toEqual([])
})

test('what reaches from Sunday into Monday overlaps Monday', () => {
  const openingHours = { mon: ['00:00-10:00'], sun: ['20:00-02:00'] }
  expect(problems({ site: { openingHours } })).toEqual([
    'site.openingHours.sun[0]: found "20:00-02:00", which overlaps "00:00-10:00" of mon[0], expected hours that do not overlap',
  ])
})

test('two unread extensions are not taken for the same', () => {
  const agents = [{ extensions: ['x y'] }, { extensions: ['y z'] }]
  expect(problems({ teams: [{ id: 'a', agents }] })).toHaveLength(2)
})

test('every unknown key is told, not only the first of its object', () => {
  expect(problems({ colour: 1, taste: 2, site: { smell: 3, tone: 4 } })).toHaveLength(4)
})

/** A config with any values in places where the program looks for some. */
const anyConfig = fc.record(
  {
    $schema: fc.jsonValue(),
    site: fc.oneof(
      fc.jsonValue(),
      fc.record({ openingHours: fc.jsonValue(), timeZone: fc.jsonValue() }),
    ),
    pbx: fc.oneof(
      fc.jsonValue(),
      fc.record({ address: fc.constant('a'), services: fc.jsonValue() }),
    ),
    teams: fc.oneof(
      fc.jsonValue(),
      fc.array(
        fc.record(
          {
            id: fc.oneof(fc.constant('a'), fc.jsonValue()),
            queues: fc.oneof(fc.constant(['1-9']), fc.jsonValue()),
            extensions: fc.oneof(fc.constant(['5-12']), fc.jsonValue()),
            agents: fc.oneof(fc.constant([{ extensions: ['5', '7'] }]), fc.jsonValue()),
            thresholds: fc.dictionary(
              fc.constantFrom('offered', 'serviceLevel', 'x'),
              fc.jsonValue(),
            ),
          },
          { requiredKeys: [] },
        ),
      ),
    ),
    alerts: fc.jsonValue(),
  },
  { requiredKeys: [] },
)

test('whatever stands in a file, the answer is a config or its problems, each with words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), anyConfig), (value) => {
      const { config, problems = [] } = checkConfig(value)
      expect(config === undefined).toBe(problems.length > 0)
      for (const line of problems.map(problemText))
        expect(line).not.toMatch(/\[object|NaN|expected $/)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['teems', 'teams'],
  ['adress', 'address'],
  ['Teams', 'teams'],
  ['hodl', 'hold'],
  ['xylophone', undefined],
  ['', undefined],
])('“%s” may mean %s', (word, meant) => {
  expect(nearest(word, ['teams', 'address', 'hold'])).toBe(meant)
})
