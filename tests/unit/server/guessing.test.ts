import { expect, test } from 'vitest'
import { createGuessLimit } from '@/server/guessing.ts'
import type { GuessLimit } from '@/server/guessing.ts'

interface Stage {
  readonly limit: GuessLimit
  pass(ms: number): void
}

function stage(mostAddresses?: number): Stage {
  let now = 0
  const limit = createGuessLimit({ now: () => now, ...(mostAddresses && { mostAddresses }) })
  return {
    limit,
    pass: (ms) => {
      now += ms
    },
  }
}

const guess = ({ limit }: Stage, address: string, times: number): void => {
  for (let time = 0; time < times; time++) limit.wrong(address)
}

test('four wrong guesses are free, then the delay doubles up to a minute', () => {
  const { limit } = stage()
  const waits = Array.from({ length: 13 }, () => {
    limit.wrong('a')
    return limit.waitMs('a') / 1000
  })
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('asking while one has to wait makes the wait no longer', () => {
  const one = stage()
  guess(one, 'a', 6)
  one.pass(500)
  expect(one.limit.waitMs('a')).toBe(1_500)
  one.pass(9_000)
  expect(one.limit.waitMs('a')).toBe(0)
})

test('a right guess is a fresh start', () => {
  const one = stage()
  guess(one, 'a', 8)
  one.limit.right('a')
  expect(one.limit.waitMs('a')).toBe(0)
  guess(one, 'a', 4)
  expect(one.limit.waitMs('a')).toBe(0)
})

test('in a crowd of guessers nobody has free guesses, and a newcomer waits 3 s and is heard then', () => {
  const one = stage()
  for (let address = 0; address < 60; address++) one.limit.wrong(`crowd ${address}`)
  expect(one.limit.waitMs('newcomer')).toBe(3_000)
  for (let second = 0; second < 3; second++) {
    for (let address = 0; address < 60; address++) one.limit.wrong(`crowd ${address}`)
    one.pass(1_000)
  }
  expect(one.limit.waitMs('newcomer')).toBe(0)
  one.limit.wrong('newcomer')
  expect(one.limit.waitMs('newcomer')).toBe(1_000)
})

test('a crowd is forgotten within a minute', () => {
  const one = stage()
  for (let address = 0; address < 10_000; address++) one.limit.wrong(`crowd ${address}`)
  one.pass(31_000)
  expect(one.limit.waitMs('newcomer')).toBe(0)
})

test('only so many addresses are remembered, those that guessed last', () => {
  const one = stage(3)
  for (const address of ['a', 'b', 'c', 'a', 'd']) guess(one, address, 5)
  expect(['a', 'c', 'd'].map((address) => one.limit.waitMs(address) > 0)).toEqual([
    true,
    true,
    true,
  ])
  expect(one.limit.waitMs('b')).toBe(0)
})
