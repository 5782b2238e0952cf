import { expect, test } from 'vitest'
import { createPresentCentre } from '@/app/stores/presentCentre.ts'
import type { PresentCentre } from '@/app/stores/presentCentre.ts'
import { createCentre } from '@/domain/centre.ts'
import type { Centre } from '@/domain/centre.ts'
import { midnight, settings, story } from '../../support/centre.ts'

const clock = { now: () => midnight + 60_000 }
const empty = (): Centre => createCentre(settings(), midnight)
const lost = { type: 'lost', at: midnight + 30_000 } as const

function connected(): PresentCentre {
  return createPresentCentre(story().centre, clock)
}

/** A centre that is being made until somebody says that it is. */
function making(): {
  readonly build: () => Promise<Centre>
  readonly made: (centre: Centre) => void
} {
  let made: (centre: Centre) => void = () => undefined
  const promise = new Promise<Centre>((resolve) => {
    made = resolve
  })
  return { build: () => promise, made: (centre) => made(centre) }
}

test('a centre that takes the place of another knows what was told while it was made', async () => {
  const present = connected()
  const { build, made } = making()
  const replaced = present.replace(build, [])
  present.tell(lost)
  expect(present.current().coveredSince()).toBeUndefined()
  const next = story().centre
  made(next)
  expect(await replaced).toBe(next)
  expect(present.current()).toBe(next)
  expect(next.coveredSince()).toBeUndefined()
})

test('of two that are made at the same time the one that was wanted last stays', async () => {
  const present = connected()
  const [early, late] = [making(), making()]
  const first = present.replace(early.build, [])
  const second = present.replace(late.build, [])
  const next = empty()
  late.made(next)
  early.made(empty())
  expect([await first, await second]).toEqual([undefined, next])
  expect(present.current()).toBe(next)
})

test('what comes too late takes no place', async () => {
  const present = connected()
  const before = present.current()
  const { build, made } = making()
  const replaced = present.replace(build, [])
  present.end()
  made(empty())
  expect(await replaced).toBeUndefined()
  expect(present.current()).toBe(before)
})

test('one that could not be made leaves everything as it was', async () => {
  const present = connected()
  const before = present.current()
  const failure = new Error('no')
  await expect(present.replace(() => Promise.reject(failure), [])).rejects.toBe(failure)
  expect(present.current()).toBe(before)
})
