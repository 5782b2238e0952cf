import { expect, test } from 'vitest'
import type { AgentRow } from '@/app/components/views.ts'
import { busiestAgents } from '@/app/components/agentsChart.ts'

const row = (name: string, calls: number): AgentRow => ({
  ...{ id: name, name, calls, missed: 0, talkSeconds: 0 },
  averageHandleTime: undefined,
  lastCallEndedAt: undefined,
})

const names = (rows: readonly AgentRow[], room: number): string =>
  busiestAgents(rows, room)
    .map(({ name }) => name)
    .join()

const rows = [row('a', 1), row('b', 3), row('c', 1), row('d', 0)]

test('the busiest come first, equal ones in their order', () => {
  expect(names(rows, 9)).toBe('b,a,c,d')
})

test('where room is short the quiet ones give way', () => {
  expect(names(rows, 2)).toBe('b,a')
  expect(names(rows, -1)).toBe('')
})
