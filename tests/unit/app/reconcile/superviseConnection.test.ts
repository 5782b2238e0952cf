import { expect, test } from 'vitest'
import { superviseConnection } from '@/app/reconcile/superviseConnection.ts'
import type { ActiveEvent } from '@/contract/serverEvents.ts'
import { sessionFromEvent } from '@/domain/session.ts'
import type { Session } from '@/domain/session.ts'
import type { SessionEvent } from '@/domain/sessionEvent.ts'
import { facts } from '../../../support/centre.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import type { ManualTimers } from '../../../support/manualTimers.ts'

interface Watched {
  readonly timers: ManualTimers
  /** What was told since the last question, with the ms at which it was. */
  readonly since: () => string[]
  /** The PBX tells of a session that talks, by this wall's connection. */
  readonly tell: (id: string) => void
  /** Lists come every 5 s, of these calls, for so many lists; the last one has just come. */
  readonly lists: (count: number, ...ids: string[]) => void
  /** The wall is live again. */
  readonly connect: () => void
  /** The server cannot be heard any more. */
  readonly lose: () => void
  readonly stop: () => void
}

function watched(): Watched {
  const timers = createManualTimers(1_000_000)
  const told: string[] = []
  const sessions = new Map<string, Session>()
  const note = (word: string): unknown => told.push(`${(timers.now() - 1_000_000) / 1000} ${word}`)
  const supervision = superviseConnection({
    timers,
    steadyNow: () => timers.now(),
    listEveryMs: () => 5_000,
    sessions: () => [...sessions.values()],
    onDoubt() {
      note('doubt')
      supervision.live(false)
    },
    onRetry: () => note('retry'),
    onGone: (gone) => note(`gone ${gone.map(({ id }) => id).join(' ')}`),
    onHole: () => note('hole'),
  })
  const callOf = (id: string): ActiveEvent['calls'][number] => ({
    ...{ id, source: '1', destination: '2' },
  })
  supervision.live(true)
  timers.pass(5_000)
  return {
    timers,
    since: () => told.splice(0),
    tell(id) {
      const session = facts(id, { state: 'InCall', caller: '1', callee: '2' })
      const event: SessionEvent = { type: 'opened', at: timers.now(), session }
      sessions.set(id, sessions.get(id) ?? sessionFromEvent(event))
      supervision.heard(event)
    },
    lists(count, ...ids) {
      for (let list = 0; list < count; list++) {
        if (list > 0) timers.pass(5_000)
        supervision.listed({ at: timers.now(), calls: ids.map(callOf) })
      }
    },
    connect: () => supervision.live(true),
    lose: () => supervision.listed(undefined),
    stop: () => supervision.stop(),
  }
}

test('a wall that is not told what lists show is doubted three seconds after the list, and retried', () => {
  const { timers, tell, lists, since } = watched()
  tell('a')
  lists(2, 'a')
  timers.pass(5_000)
  lists(1, 'a', 'b')
  timers.pass(3_000)
  expect(since()).toEqual(['18 doubt', '18 retry'])
})

test('an event in the meantime is a sign of life', () => {
  const { timers, tell, lists, since } = watched()
  tell('a')
  lists(2, 'a')
  timers.pass(5_000)
  lists(1, 'a', 'b')
  timers.pass(2_000)
  tell('b')
  timers.pass(2_000)
  expect(since()).toEqual([])
})

test('a PBX that grants but never tells is tried again less and less often', () => {
  const { timers, tell, lists, connect, since } = watched()
  tell('a')
  lists(2, 'a')
  timers.pass(5_000)
  for (const stranger of ['b', 'c', 'd']) {
    lists(1, stranger)
    timers.pass(3_000)
    timers.pass(20_000)
    connect()
    timers.pass(5_000)
    lists(1, 'a')
    timers.pass(5_000)
  }
  const retries = since().map((line) => line.split(' '))
  const waits = retries.flatMap(([at, word], place) =>
    word === 'retry' ? [Number(at) - Number(retries[place - 1]![0])] : [],
  )
  expect(waits).toEqual([0, 5, 10])
})

test('lists that stop while the PBX tells nothing cost one question, until they come again', () => {
  const { timers, tell, lists, connect, since } = watched()
  tell('a')
  lists(3, 'a')
  timers.pass(8_000)
  expect(since()).toEqual(['23 doubt', '23 retry'])
  connect()
  timers.pass(600_000)
  expect(since()).toEqual([])
  lists(2, 'a')
  timers.pass(8_000)
  expect(since()).toHaveLength(2)
})

test('lists that stop while events go on cost nothing before the events stop as well', () => {
  const { timers, tell, lists, since } = watched()
  tell('a')
  lists(3, 'a')
  for (let second = 0; second < 60; second++) {
    timers.pass(1_000)
    tell('a')
  }
  expect(since()).toEqual([])
  timers.pass(5_000)
  expect(since()).toEqual(['80 doubt', '80 retry'])
})

test('a server that cannot be heard says nothing of the PBX', () => {
  const { timers, tell, lists, lose, since } = watched()
  tell('a')
  lists(3, 'a')
  lose()
  timers.pass(600_000)
  expect(since()).toEqual([])
})

test('a ghost is ended, and a stop leaves nothing behind', () => {
  const { timers, tell, lists, since, stop } = watched()
  tell('a')
  tell('b')
  lists(2, 'a', 'b')
  for (let list = 0; list < 4; list++) {
    timers.pass(2_000)
    tell('b')
    timers.pass(3_000)
    lists(1, 'b')
  }
  expect(since()).toEqual(['25 gone a'])
  stop()
  expect(timers.pending()).toBe(0)
})
