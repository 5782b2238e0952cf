import { expect, onTestFinished, test } from 'vitest'
import { effectScope } from 'vue'
import type { DoorAnswer } from '@/app/openDoor.ts'
import type { Door } from '@/app/useDoor.ts'
import { useDoor } from '@/app/useDoor.ts'
import type { ManualTimers } from '../../support/manualTimers.ts'
import { createManualTimers } from '../../support/manualTimers.ts'

interface Stage extends Door {
  readonly timers: ManualTimers
  /** The keys that the server was shown. */
  readonly shown: string[]
  readonly opened: () => number
  /** Answers the oldest question that has no answer yet. */
  answer(answer: DoorAnswer): Promise<void>
  leave(): void
}

function stage(): Stage {
  const timers = createManualTimers()
  const shown: string[] = []
  const open: ((answer: DoorAnswer) => void)[] = []
  let opened = 0
  const scope = effectScope()
  onTestFinished(() => scope.stop())
  const door = scope.run(() =>
    useDoor({
      open: (key) => {
        shown.push(key)
        return new Promise((resolve) => open.push(resolve))
      },
      timers,
      onOpen: () => opened++,
    }),
  )!
  return {
    ...{ ...door, timers, shown },
    opened: () => opened,
    answer: async (answer) => {
      open.shift()?.(answer)
      await Promise.resolve()
      await Promise.resolve()
    },
    leave: () => scope.stop(),
  }
}

test('the right key opens', async () => {
  const door = stage()
  expect(door.view.value).toEqual({ state: 'asking' })
  door.tryKey('k')
  expect(door.view.value).toEqual({ state: 'trying' })
  await door.answer({ type: 'open' })
  expect([door.opened(), door.view.value.state, door.timers.pending()]).toEqual([1, 'asking', 0])
})

test('a wrong key is told and not tried again', async () => {
  const door = stage()
  door.tryKey('k')
  await door.answer({ type: 'wrong' })
  door.timers.pass(3_600_000)
  expect([door.view.value.state, door.shown, door.opened()]).toEqual(['wrong', ['k'], 0])
})

test('a server that is not there yet is shown the same key every 5 s, without a flicker', async () => {
  const door = stage()
  door.tryKey('k')
  for (let tries = 1; tries <= 3; tries++) {
    await door.answer({ type: 'unreachable' })
    expect(door.view.value).toEqual({ state: 'unreachable' })
    door.timers.pass(5_000)
    expect(door.view.value).toEqual({ state: 'unreachable' })
  }
  await door.answer({ type: 'open' })
  expect([door.shown, door.opened()]).toEqual([['k', 'k', 'k', 'k'], 1])
})

test('after too many wrong keys the seconds are counted down, then the key is tried', async () => {
  const door = stage()
  door.tryKey('k')
  await door.answer({ type: 'slowDown', seconds: 3 })
  const seen = [3, 2, 1].map((seconds) => {
    expect(door.view.value).toEqual({ state: 'slowDown', seconds })
    door.timers.pass(1_000)
    return door.shown.length
  })
  expect(seen).toEqual([1, 1, 2])
  await door.answer({ type: 'open' })
  expect(door.opened()).toBe(1)
})

test('of two keys the later one counts', async () => {
  const door = stage()
  door.tryKey('old')
  door.tryKey('new')
  await door.answer({ type: 'wrong' })
  expect(door.view.value).toEqual({ state: 'trying' })
  await door.answer({ type: 'unreachable' })
  door.timers.pass(5_000)
  expect(door.shown).toEqual(['old', 'new', 'new'])
})

test('a wall that was closed asks no more', async () => {
  const door = stage()
  door.tryKey('k')
  await door.answer({ type: 'unreachable' })
  door.leave()
  door.timers.pass(60_000)
  expect([door.shown, door.timers.pending()]).toEqual([['k'], 0])
})

test('an answer that comes after the wall was closed opens nothing', async () => {
  const door = stage()
  door.tryKey('k')
  door.leave()
  await door.answer({ type: 'open' })
  expect(door.opened()).toBe(0)
})
