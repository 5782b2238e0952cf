import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { watch } from 'vue'
import { useCentre } from '@/app/stores/centre.ts'
import type { Connect } from '@/app/stores/centre.ts'
import { parseConfig } from '@/contract/config.ts'
import { wallConfigOf } from '@/contract/wallConfig.ts'
import { facts, midnight } from '../../../support/centre.ts'
import { messagesArrived } from '../../../support/messagesArrived.ts'

type Told = Parameters<Connect>[0]

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers({ now: midnight })
  const page = { hidden: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }
  vi.stubGlobal('document', page)
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
})
afterEach(() => {
  vi.useRealTimers()
})

interface Wall {
  readonly centre: ReturnType<typeof useCentre>
  readonly told: Told
  /** The clocks go on without anything being run. */
  readonly sleep: (ms: number) => void
  readonly wakes: () => number
}

/** A wall that is live, with one agent who talks. */
function liveWall(): Wall {
  const { config } = parseConfig({
    pbx: { address: '192.0.2.10' },
    teams: [{ id: 'support', extensions: ['1001'] }],
  })
  if (config === undefined) throw new Error('no config')
  let told: Told | undefined
  let sleptMs = 0
  let wasAsleep = false
  let wakes = 0
  const centre = useCentre()
  const stop = centre.start({
    config: wallConfigOf(config),
    clock: { now: () => Date.now() + sleptMs },
    scriptUrl: '',
    connect(listener) {
      told = listener
      return () => undefined
    },
    sleep: {
      hasSlept() {
        const slept = wasAsleep
        wasAsleep = false
        return slept
      },
    },
    onWake: () => wakes++,
  })
  onTestFinished(stop)
  if (told === undefined) throw new Error('not connected')
  const session = facts('a', { state: 'InCall', caller: '+3615550101', callee: '1001' })
  told.onEvent({ type: 'snapshot', at: Date.now(), sessions: [session] })
  told.onState('granted', true, undefined)
  return {
    centre,
    told,
    wakes: () => wakes,
    sleep(ms) {
      sleptMs += ms
      wasAsleep = true
    },
  }
}

test('the first frame after a sleep calls nothing live, and says until when it was', async () => {
  const { centre, told, sleep, wakes } = liveWall()
  vi.advanceTimersByTime(16)
  for (let second = 0; second < 10; second++) {
    await messagesArrived()
    vi.advanceTimersByTime(1_000)
  }
  await messagesArrived()
  expect(centre.connection.isLive).toBe(true)
  sleep(8 * 3_600_000)
  told.onEvent({ type: 'directory', at: Date.now(), entries: [] })
  // The pause after the frame before, and the frame.
  vi.advanceTimersByTime(10 + 16)
  expect(centre.connection).toMatchObject({ isLive: false, setback: 'slept' })
  expect(centre.liveUntil).toBe(midnight + 10_016)
  expect(centre.present()?.coveredSince()).toBeUndefined()
  expect(centre.present()?.isCovered(midnight, midnight + 10_000)).toBe(true)
  expect(wakes()).toBe(1)
})

test('a live wall tells at no publication until when it was live, but knows it when it is lost', () => {
  const { centre, told } = liveWall()
  const seen: unknown[] = []
  watch(
    () => centre.liveUntil,
    (at) => seen.push(at),
    { flush: 'sync' },
  )
  for (let second = 0; second < 5; second++) {
    told.onEvent({ type: 'directory', at: Date.now(), entries: [] })
    vi.advanceTimersByTime(1_000)
  }
  expect(seen).toEqual([])
  told.onState('closed', false, undefined)
  expect(seen).toEqual([midnight + 5_000])
})

test('without an event a sleep is noticed within a second', () => {
  const { centre, sleep, wakes } = liveWall()
  sleep(60_000)
  vi.advanceTimersByTime(1_000)
  expect([centre.connection.isLive, wakes()]).toEqual([false, 1])
  vi.advanceTimersByTime(60_000)
  expect(wakes()).toBe(1)
})

test('what came after the last certain moment was not seen', () => {
  const { centre } = liveWall()
  vi.advanceTimersByTime(60_000)
  centre.doubt('silent', midnight + 52_000)
  expect(centre.connection).toMatchObject({ isLive: false, setback: 'silent', state: 'granted' })
  expect(centre.liveUntil).toBe(midnight + 52_000)
  expect(centre.present()?.covered()).toEqual([[midnight, midnight + 52_000]])
})

test('who is not live cannot be doubted', () => {
  const { centre, told } = liveWall()
  told.onState('closed', false, undefined)
  centre.doubt('silent')
  expect(centre.connection).toMatchObject({ setback: 'closed' })
})

test('why the wall is not live, and why it got no token, stays while it tries again', () => {
  const { centre, told } = liveWall()
  told.onState('failed', false, { code: 'serverUnreachable' })
  told.onState('connecting', false, undefined)
  expect(centre.connection).toMatchObject({
    ...{ state: 'connecting', setback: 'failed' },
    tokenProblem: { code: 'serverUnreachable' },
  })
  told.onState('closed', false, undefined)
  expect(centre.connection).toMatchObject({ setback: 'closed', tokenProblem: undefined })
  told.onState('granted', true, undefined)
  expect(centre.connection.setback).toBeUndefined()
})

test('a gap is told when the wall is back, with the call that ended unseen', () => {
  const { centre, told } = liveWall()
  vi.advanceTimersByTime(10_000)
  told.onEvent({ type: 'lost', at: Date.now() })
  vi.advanceTimersByTime(190_000)
  told.onEvent({ type: 'snapshot', at: Date.now(), sessions: [] })
  expect(centre.comeback).toEqual({
    ...{ from: midnight + 10_000, to: midnight + 200_000 },
    ...{ recovered: 0, unknown: 1 },
  })
  vi.advanceTimersByTime(120_000)
  expect(centre.comeback).toBeUndefined()
})
