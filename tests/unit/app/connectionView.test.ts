import { expect, test } from 'vitest'
import { nextConnection } from '@/app/stores/connectionView.ts'
import type { ToldConnection } from '@/app/stores/connectionView.ts'

const before = { state: 'granted', isLive: true, since: 1, scriptUrl: 'http://pbx/script' } as const
const told = (state: ToldConnection['state'], isLive = false): ToldConnection => ({
  state,
  isLive,
  tokenProblem: undefined,
})

test('why a wall is not live stays until the next try is over', () => {
  const lost = nextConnection(before, told('closed'), 2)
  expect(lost).toMatchObject({ state: 'closed', setback: 'closed', isLive: false, since: 2 })
  const trying = nextConnection(lost, told('connecting'), 3)
  expect(trying).toMatchObject({ state: 'connecting', setback: 'closed' })
  const denied = nextConnection(trying, told('denied'), 4)
  expect(denied).toMatchObject({ state: 'denied', setback: 'denied' })
})

test('a wall that is live has no reason not to be', () => {
  const lost = nextConnection(
    before,
    { ...told('closed'), tokenProblem: { code: 'serverUnreachable' } },
    2,
  )
  expect(nextConnection(lost, told('granted', true), 3)).toEqual({ ...before, since: 3 })
})
