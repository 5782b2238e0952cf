import { expect, test } from 'vitest'
import { agentRowsOf } from '@/app/stores/agentRows.ts'
import { labelOf, shortLabelOf } from '@/app/stores/partyLabel.ts'
import { membersOf, queuesOf } from '@/app/stores/teamScope.ts'
import { popupsOf } from '@/app/stores/teamPopups.ts'
import { createAgentSorter } from '@/app/stores/teamTiles.ts'
import { volumeOf, waitingOf } from '@/app/stores/teamVisits.ts'
import type { AgentStatus } from '@/domain/agentState.ts'
import { desk, midnight, sales, story, support } from '../../support/centre.ts'
import type { Story } from '../../support/centre.ts'

const agent = (name: string, facts: Partial<AgentStatus> = {}): AgentStatus => ({
  id: name,
  name,
  extensions: [name],
  state: 'available',
  since: 0,
  until: undefined,
  reason: '',
  other: undefined,
  direction: undefined,
  isInternal: false,
  ...facts,
})

const namesIn = (agents: readonly AgentStatus[]): string[] => agents.map(({ name }) => name)

test('agents who need somebody come first, the longest in a state before the others', () => {
  const agents = [
    agent('free', { since: 1 }),
    agent('new talk', { state: 'talking', since: 9 }),
    agent('old talk', { state: 'talking', since: 2 }),
    agent('gone', { state: 'offline' }),
    agent('held', { state: 'hold', since: 9 }),
    agent('rung', { state: 'ringing', since: 9 }),
  ]
  expect(namesIn(createAgentSorter('en')(agents, 'state'))).toEqual([
    'held',
    'rung',
    'old talk',
    'new talk',
    'free',
    'gone',
  ])
})

test('by name, numbers in names count as numbers, and the state says nothing', () => {
  const agents = [agent('Desk 10'), agent('Desk 9', { state: 'hold' }), agent('Ana')]
  expect(namesIn(createAgentSorter('en')(agents, 'name'))).toEqual(['Ana', 'Desk 9', 'Desk 10'])
})

test('agents whose state nobody saw begin are in the order of their names', () => {
  const unseen = { state: 'unknown', since: undefined } as const
  const agents = [agent('Cleo', unseen), agent('Ana', unseen), agent('Ben', unseen)]
  expect(namesIn(createAgentSorter('en')(agents, 'state'))).toEqual(['Ana', 'Ben', 'Cleo'])
})

test('who is given another name changes his place, and who comes later gets one', () => {
  const sort = createAgentSorter('en')
  const [ana, ben] = [agent('Ana'), agent('Ben')]
  expect(namesIn(sort([ben, ana], 'name'))).toEqual(['Ana', 'Ben'])
  expect(namesIn(sort([ben, { ...ana, name: 'Zoe' }], 'name'))).toEqual(['Ben', 'Zoe'])
  expect(namesIn(sort([ben, ana, agent('Al')], 'name'))).toEqual(['Al', 'Ana', 'Ben'])
})

test('a list that is sorted stays as it was', () => {
  const agents = [agent('b'), agent('a')]
  createAgentSorter('en')(agents, 'name')
  expect(namesIn(agents)).toEqual(['b', 'a'])
})

test('the queues of teams are told once each, in their order', () => {
  expect(queuesOf([support, { ...sales, queues: ['5001', '5000'] }, desk])).toEqual([
    '5000',
    '5001',
  ])
})

const popups = (told: Story, second: number, dismissed: readonly string[] = []): string[] => {
  const members = membersOf([support])
  const found = popupsOf(told.centre, members, new Set(dismissed), midnight + second * 1000)
  return found.map(({ callId, state }) => `${callId} ${state}`)
}

test('a popup waits for the first change of its call', () => {
  const told = story().open(0, 'a', '061>1001')
  expect(popups(told, 1)).toEqual([])
  expect(popups(told.to(1, 'a', 'Ringing'), 1)).toEqual(['a Ringing'])
})

test('the newest popup comes first, and one that was dismissed does not come back', () => {
  const told = story().open(0, 'a', '061>1001', 'Ringing').open(5, 'b', '062>1002', 'Ringing')
  expect(popups(told, 5)).toEqual(['b Ringing', 'a Ringing'])
  expect(popups(told.to(6, 'b', 'InCall'), 6, ['b'])).toEqual(['a Ringing'])
})

test('a popup stays for four seconds after the end of its call', () => {
  const told = story().open(0, 'a', '061>1001', 'Ringing').to(10, 'a', 'Cancelled')
  expect(popups(told, 13.9)).toEqual(['a Cancelled'])
  expect(popups(told, 14)).toEqual([])
})

test('calls of other teams, and calls found alive, make no popup', () => {
  const told = story().open(0, 'a', '061>1010', 'Ringing')
  expect(popups(told, 1)).toEqual([])
  const found = {
    id: 's',
    masterId: 's',
    state: 'Ringing',
    caller: '061',
    callee: '1001',
    callerName: '',
    calleeName: '',
    dialed: '',
    direction: undefined,
    startedAt: undefined,
  } as const
  expect(popups(story().snapshot(0, found).to(1, 's', 'InCall'), 1)).toEqual([])
})

test('who waits is listed with the longest wait first, and only as long as he waits', () => {
  const told = story()
    .open(0, 'a', '061>5000', 'InCall')
    .open(4, 'b', '062>5000', 'InCall')
    .open(5, 'c', '063>5001', 'InCall')
  const waiting = (): string[] => {
    const views = waitingOf(told.centre, 'team:support', (scope) => `at ${scope}`)
    return views.map(({ caller, queue }) => `${caller.id} ${queue}`)
  }
  expect(waiting()).toEqual(['061 at queue:5000', '062 at queue:5000'])
  told.to(9, 'a', 'CallerHungUp')
  expect(waiting()).toEqual(['062 at queue:5000'])
})

test('the volume has every interval from the start of the day, the last one open', () => {
  const told = story().open(1_900, 'a', '061>5000', 'InCall').until(3_700)
  const rows = volumeOf(told.centre, 'queue:5000', 30)
  expect(rows.map(({ label, offered, isOpen }) => [label, offered, isOpen])).toEqual([
    ['00:00', 0, false],
    ['00:30', 1, false],
    ['01:00', 0, true],
  ])
  expect(rows[1]?.interval).toBe('1999-10-04T00:30:00+02:00')
})

test('an interval in which the connection was lost is partial, the others are not', () => {
  const told = story().lose(1_000).snapshot(1_100).until(3_700)
  const rows = volumeOf(told.centre, 'queue:5000', 15)
  expect(rows.map(({ label, isPartial }) => [label, isPartial])).toEqual([
    ['00:00', false],
    ['00:15', true],
    ['00:30', false],
    ['00:45', false],
    ['01:00', false],
  ])
})

test('an agent’s row counts the calls of all his phones, and is called by the number without a name', () => {
  const told = story()
    .open(0, 'a', '061>1001', 'Ringing', 'InCall')
    .to(30, 'a', 'CallerHungUp')
    .until(60)
  const ben = { ...agent('1002'), name: '' }
  const rows = agentRowsOf(told.centre, [{ ...agent('Ana'), extensions: ['1001'] }, ben])
  expect(rows).toMatchObject([
    { name: 'Ana', calls: 1, missed: 0, talkSeconds: 30 },
    { name: '1002', calls: 0, talkSeconds: 0, averageHandleTime: undefined },
  ])
})

const jo = { id: '+3615550123', name: 'Jo Fox', isOutside: true }
const ana = { id: '1001', name: 'Ana', isOutside: false }

test.each([
  [jo, 'last3', true, 'Jo Fox +3615550•••', 'Jo Fox'],
  [jo, 'last3', false, '+3615550•••', '+3615550•••'],
  [jo, 'none', true, 'Jo Fox +3615550123', 'Jo Fox'],
  [jo, 'all', false, '•••', '•••'],
  [{ ...jo, id: '' }, 'all', false, 'withheld', 'withheld'],
  [{ ...jo, name: '' }, 'last3', true, '+3615550•••', '+3615550•••'],
  [ana, 'all', false, 'Ana 1001', 'Ana'],
] as const)('%j under the mask %s, names %s, is “%s”', (party, mask, showsNames, long, short) => {
  const privacy = { mask, showsNames }
  expect(labelOf(party, privacy, 'withheld')).toBe(long)
  expect(shortLabelOf(party, privacy, 'withheld')).toBe(short)
})
