import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemText } from '@/contract/problemText.ts'
import { parseScenario } from '../../../../src/emulator/scenario/parseScenario.ts'
import { scenarioFrom, site } from './scenarioRun.ts'

const opened = { open: 'a', from: '+3615550100', to: '5000' }

/** A scenario of these steps. */
function file(steps: readonly unknown[], changes: Record<string, unknown> = {}): unknown {
  return { name: 'A test.', steps, ...changes }
}

function problemsOf(value: unknown): readonly string[] {
  const { problems = [] } = parseScenario(value, site)
  return problems.map(problemText)
}

test('a scenario that says no more than its steps is played now, at a site of twelve agents', () => {
  const scenario = scenarioFrom(file([{ at: '0:00:05', ...opened }]))
  expect(scenario.start).toBe(site.now)
  expect(scenario.until).toBe(site.now + 15_000)
  expect(scenario.roster.agents).toHaveLength(12)
  expect(scenario.config.site.timeZone).toBe('Europe/Budapest')
  expect(scenario.config.teams).toMatchObject([{ id: 'support', queues: ['5000', '5001'] }])
  expect(scenario.config.pbx.services).toEqual(['50', '900'])
})

test('who is connected can be listed, with a line of the demo where none is named', () => {
  const { roster } = scenarioFrom(
    file([opened], {
      extensions: [
        { id: '201', name: 'Ana' },
        { id: '300', type: 'queue' },
        { id: '9', type: 'service' },
      ],
    }),
  )
  expect(roster).toEqual({
    agents: [{ extension: '201', name: 'Ana' }],
    queues: [{ extension: '300', name: '' }],
    services: [{ extension: '9', name: '' }],
    outsideLines: [{ id: 'line1', name: 'Main line' }],
  })
})

test.for([
  ['2026-11-21T09:30:00', '2026-11-21T08:30:00.000Z'],
  ['2026-11-21T09:30:00Z', '2026-11-21T09:30:00.000Z'],
  ['2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
] as const)('a start at %s in Budapest is %s', ([start, instant]) => {
  expect(new Date(scenarioFrom(file([opened], { start })).start).toISOString()).toBe(instant)
})

test('the zone of the config is the one in which the start is read', () => {
  const config = { site: { timeZone: 'Asia/Tokyo' } }
  const scenario = scenarioFrom(file([opened], { start: '2026-11-21T09:30:00', config }))
  expect(new Date(scenario.start).toISOString()).toBe('2026-11-21T00:30:00.000Z')
})

test.for<[string, unknown, string]>([
  ['no object', 7, 'the whole file: found 7, expected keys and values in { }'],
  ['no steps', { name: 'x', steps: [] }, 'steps: found [], expected at least one step'],
  ['no name', { steps: [opened] }, 'name: is missing'],
  ['an unknown key', file([{ ...opened, form: '1' }]), 'steps[0].form: there is no such key'],
  [
    'a step of no kind',
    file([{ at: '0:00:01' }]),
    'steps[0]: found {…}, expected a step with "open", "session", "close", "story" or "expect"',
  ],
  [
    'a time that is none',
    file([{ at: '5', ...opened }]),
    'steps[0].at: found "5", expected a time since the start, "0:01:30"',
  ],
  [
    'a state that is none',
    file([{ ...opened, state: ['Rings'] }]),
    'steps[0].state[0]: found "Rings", expected a state of a session, like "Ringing" or "InCall"',
  ],
  [
    'a change of nothing',
    file([opened, { session: 'a' }]),
    'steps[1]: found {…}, expected a "state", a "callee" or both',
  ],
  [
    'a story that is none',
    file([{ story: 'comedy' }]),
    'steps[0].story: found "comedy", expected ("queued" | "menu" | "direct" | "ringGroup" | "internal" | "outbound" | "presence")',
  ],
  [
    'a visit in words that nobody knows',
    file([opened], { expect: { visits: ['5000 answered'] } }),
    'expect.visits[0]: found "5000 answered", expected a visit like "queue:5000 answered after 12 s"',
  ],
  [
    'a start that is no time',
    file([opened], { start: '2026-13-40T09:30:00' }),
    'start: found "2026-13-40T09:30:00", expected a day and time that exist',
  ],
])('what is wrong is told by its place: %s', ([, value, problem]) => {
  expect(problemsOf(value)).toEqual([problem])
})

test('the config in a scenario is checked like a config file', () => {
  const config = { wrapUpSecond: 5, teams: [{ id: 'a b' }] }
  expect(problemsOf(file([opened], { config }))).toEqual([
    'config.teams[0].id: found "a b", expected letters, digits, - or _, for the URL',
    'config.wrapUpSecond: there is no such key',
  ])
})

test.for<[string, readonly unknown[], string]>([
  [
    'a step back in time',
    [
      { at: '0:00:05', ...opened },
      { at: '0:00:04', close: 'a' },
    ],
    'steps[1].at: found a time before that of the step above, expected steps in the order of time',
  ],
  [
    'a session that nobody opened',
    [opened, { session: 'b', state: 'Ringing' }],
    'steps[1].session: found “b”, expected the name of a session that was opened before',
  ],
  [
    'a second session of one name',
    [opened, opened],
    'steps[1].open: found a second session “a”, expected a name of its own',
  ],
  [
    'a master that nobody opened',
    [{ ...opened, master: 'z' }],
    'steps[0].master: found “z”, expected the name of a session that was opened before, or null',
  ],
  [
    'a move that no session makes',
    [opened, { session: 'a', state: ['InCall', 'Ringing'] }],
    'steps[1].state: found Ringing after InCall, expected a state that may follow, or "force": true for a PBX that does so',
  ],
  [
    'a move after the end',
    [opened, { session: 'a', state: 'Busy' }, { session: 'a', state: 'InCall' }],
    'steps[2].session: found “a”, which is over, expected a session that is still there',
  ],
  [
    'a close after the close',
    [opened, { close: 'a' }, { close: 'a' }],
    'steps[2].close: found “a”, which is over, expected a session that is still there',
  ],
])('what cannot be played is told before it is played: %s', ([, steps, problem]) => {
  expect(problemsOf(file(steps))).toEqual([problem])
})

test('what a PBX must not do can be forced', () => {
  const steps = [
    { ...opened, state: ['Setup', 'Ringing', 'InCall'] },
    { session: 'a', state: 'Ringing', force: true },
    { session: 'a', state: 'InCall' },
    { session: 'a', state: 'CallerHungUp', force: true },
    { close: 'a' },
  ]
  expect(problemsOf(file(steps))).toEqual([])
})

test('whatever the file holds, it is played or refused with its problems', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(fc.jsonValue()), (value, steps) => {
      for (const candidate of [value, file(steps)]) {
        const { scenario, problems = [] } = parseScenario(candidate, site)
        expect(scenario === undefined).toBe(problems.length > 0)
      }
    }),
  )
})
