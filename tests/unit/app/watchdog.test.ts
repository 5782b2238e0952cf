import { expect, test } from 'vitest'
import { rules } from '@/app/watchdog/rules.ts'
import { claimRescue } from '@/app/watchdog/rescueMemory.ts'
import { isListFresh, symptoms } from '@/app/watchdog/signs.ts'
import type { Signs, Symptom } from '@/app/watchdog/signs.ts'
import { startWatchdog } from '@/app/watchdog/watchdog.ts'
import { settled } from '../../support/connectionStage.ts'
import { createManualTimers } from '../../support/manualTimers.ts'

const minute = 60_000
const hour = 60 * minute

/** A wall on which nothing happens. */
const idle: Signs = {
  isVisible: true,
  hasDrawn: true,
  isRunning: true,
  clock: 0,
  told: 0,
  version: 7,
  shown: 3,
  isLive: true,
  connectedSince: 1,
  isBarred: false,
  isPbxHeard: true,
  isServerSilent: false,
  hasBrokenPart: false,
  memory: 0.1,
}

/** The look after `idle` on a wall that is well: time has gone on. */
const well: Signs = { ...idle, clock: 10_000, told: 10_000 }
const offline = { isLive: false, connectedSince: 2 }

test.each<[string, Partial<Signs>, readonly Symptom[]]>([
  ['nothing happens', {}, []],
  ['a call comes in and is shown', { version: 8, shown: 4 }, []],
  ['no frame comes', { hasDrawn: false }, ['frames']],
  ['no frame comes and nobody can see it', { hasDrawn: false, isVisible: false }, []],
  ['the tick has stopped', { told: 0 }, ['clock']],
  ['the tick has stopped with the clock', { told: 0, clock: 0 }, []],
  ['there is no connection to tick', { told: 0, isRunning: false }, []],
  ['a call comes in and is not shown', { version: 8 }, ['unshown']],
  ['a call is not shown where nobody looks', { version: 8, isVisible: false }, []],
  ['the PBX is away and tried again', { ...offline, isPbxHeard: false }, []],
  ['no try follows', { isLive: false, isPbxHeard: false }, ['connection']],
  ['no try follows without credentials', { isLive: false, isRunning: false }, []],
  ['only the server hears the PBX', offline, ['cutOff']],
  ['the PBX refuses the wall', { ...offline, isBarred: true }, []],
  ['the stream is silent', { isServerSilent: true }, ['deaf']],
  ['a part is broken', { hasBrokenPart: true }, ['part']],
  ['there is hardly any memory left', { memory: 0.85 }, ['memory']],
])('%s', (_case, changes, expected) => {
  const now = { ...well, ...changes }
  const found = (Object.keys(symptoms) as Symptom[]).filter((name) => symptoms[name](idle, now))
  expect(found).toEqual(expected)
})

function stage() {
  const timers = createManualTimers(1e12)
  const items = new Map<string, string>()
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
  }
  const wall = { ...idle }
  const server = { isServed: true }
  const notes: string[] = []
  let reloads = 0
  let sleptMs = 0
  const start = (): (() => void) =>
    startWatchdog({
      timers,
      now: () => timers.now() + sleptMs,
      read: () => ({ ...wall, clock: timers.now(), told: wall.told || timers.now() }),
      claim: (symptom) => claimRescue(storage, symptom, timers.now()),
      isServed: () => (server.isServed ? Promise.resolve(true) : Promise.reject(new Error('away'))),
      note: (sentence) => notes.push(sentence),
      reload: () => reloads++,
    })
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 10_000) {
      timers.pass(10_000)
      await settled()
    }
  }
  const sleep = (ms: number): void => {
    sleptMs += ms
  }
  return { timers, wall, server, notes, start, pass, sleep, reloads: () => reloads }
}

test.each(Object.keys(rules) as Symptom[])(
  'a wall with %s is reloaded after the patience of the rule, and says so before',
  async (symptom) => {
    const { wall, start, pass, reloads, notes } = stage()
    const isWrong: Record<Symptom, Partial<Signs>> = {
      frames: { hasDrawn: false },
      clock: { told: 5 },
      unshown: {},
      connection: { isLive: false, isPbxHeard: false },
      cutOff: {},
      deaf: { isServerSilent: true },
      part: { hasBrokenPart: true },
      memory: { memory: 0.9 },
    }
    Object.assign(wall, isWrong[symptom])
    start()
    const { patienceMs } = rules[symptom]
    for (let passed = 0; passed < patienceMs; passed += 10_000) {
      if (symptom === 'unshown') wall.version++
      if (symptom === 'cutOff') Object.assign(wall, { isLive: false, connectedSince: passed })
      await pass(10_000)
    }
    expect([reloads(), notes]).toEqual([0, [expect.stringContaining(`stuck (${symptom})`)]])
    for (let look = 0; look < 2; look++) {
      wall.version++
      wall.connectedSince = symptom === 'cutOff' ? -look : wall.connectedSince
      await pass(10_000)
    }
    expect([reloads(), notes.length]).toEqual([1, 1])
  },
)

test('a server whose list of calls is old does not hear the PBX, so that the wall is not the one to blame', () => {
  expect(isListFresh(undefined, 60_000, 5_000)).toBe(false)
  expect(isListFresh(50_000, 60_000, 5_000)).toBe(true)
  expect(isListFresh(40_000, 60_000, 5_000)).toBe(false)
})

test('a wall that is well again just in time is left alone', async () => {
  const { wall, start, pass, reloads } = stage()
  start()
  wall.hasDrawn = false
  await pass(minute + 10_000)
  wall.hasDrawn = true
  await pass(hour)
  expect(reloads()).toBe(0)
})

test('a machine that sleeps is not a wall that is stuck', async () => {
  const { wall, start, sleep, pass, reloads, notes } = stage()
  start()
  wall.hasDrawn = false
  await pass(50_000)
  // The look that was due is eight hours late, and no frame has come in between.
  sleep(8 * hour)
  await pass(10_000)
  wall.hasDrawn = true
  await pass(hour)
  expect([reloads(), notes]).toEqual([0, []])
})

test('without a server that has the page, the wall stays as it is until there is one', async () => {
  const { wall, server, start, pass, reloads } = stage()
  start()
  Object.assign(wall, { hasDrawn: false })
  server.isServed = false
  await pass(hour)
  expect(reloads()).toBe(0)
  server.isServed = true
  await pass(40_000)
  expect(reloads()).toBe(1)
})

test('a wall that stays stuck is reloaded once in ten minutes', async () => {
  const { wall, start, pass, reloads } = stage()
  wall.hasDrawn = false
  for (let page = 0; page < 3; page++) {
    const stop = start()
    await pass(9 * minute)
    stop()
  }
  // 27 minutes and three pages.
  expect(reloads()).toBe(3)
})

test('what a reload may not help against is not tried again soon', async () => {
  const { wall, start, pass, reloads } = stage()
  wall.isServerSilent = true
  for (let page = 0; page < 5; page++) {
    const stop = start()
    await pass(hour)
    stop()
  }
  expect(reloads()).toBe(1)
})

test('after a reload for anything else there is none for ten minutes', () => {
  const items = new Map([['callwall.repairedAt', String(1e12)]])
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
  }
  const claims = [9.9, 10, 11].map((at) => claimRescue(storage, 'frames', 1e12 + at * minute))
  expect(claims).toEqual([false, true, false])
})

test('without a storage there is no reload', () => {
  const storage = {
    getItem: () => null,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(claimRescue(storage, 'frames', 1)).toBe(false)
})

test('a watchdog that is stopped looks no more', async () => {
  const { wall, start, timers, pass, reloads } = stage()
  wall.hasDrawn = false
  start()()
  await pass(hour)
  expect([reloads(), timers.pending()]).toEqual([0, 0])
})
