import { expect, test } from 'vitest'
import { startEventStream } from '@/app/serverLink/eventStream.ts'
import type { EventStream, EventStreamSource } from '@/app/serverLink/eventStream.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import type { ManualTimers } from '../../../support/manualTimers.ts'

class FakeSource extends EventTarget implements EventStreamSource {
  readyState = 0
  isClosed = false

  tell(name: string, data = '{}'): void {
    this.dispatchEvent(new MessageEvent(name, { data }))
  }

  fail(readyState: number): void {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }

  close(): void {
    this.isClosed = true
  }
}

interface Stage {
  readonly timers: ManualTimers
  readonly stream: EventStream
  readonly sources: readonly FakeSource[]
  readonly newest: () => FakeSource
  readonly told: string[]
}

function begin(random = 1): Stage {
  const timers = createManualTimers()
  const sources: FakeSource[] = []
  const told: string[] = []
  const stream = startEventStream({
    open() {
      const source = new FakeSource()
      sources.push(source)
      return source
    },
    names: ['clock', 'config'],
    timers,
    random: () => random,
    onEvent: (name, data) => told.push(`${name} ${data}`),
    onChange: (isOpen) => told.push(isOpen ? 'open' : 'shut'),
    onRefused: () => told.push('refused'),
  })
  const newest = (): FakeSource => sources[sources.length - 1] ?? new FakeSource()
  return { timers, stream, sources, newest, told }
}

test('what is told is handed on, by its name', () => {
  const { newest, told } = begin()
  newest().tell('clock', '{"now":1}')
  newest().tell('odd', '{}')
  newest().tell('config', 'x')
  expect(told).toEqual(['open', 'clock {"now":1}', 'config x'])
})

test('a stream that breaks is opened anew, later each time, and the old one is not heard any more', () => {
  const { timers, sources, newest, told } = begin()
  for (const waitMs of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    const before = sources.length
    newest().fail(0)
    expect(sources[before - 1]?.isClosed).toBe(true)
    timers.pass(waitMs - 1)
    expect(sources).toHaveLength(before)
    timers.pass(1)
    expect(sources).toHaveLength(before + 1)
  }
  sources[0]?.tell('clock')
  expect(told).toEqual([])
})

test('half of the wait is by chance, so that many walls do not come back at once', () => {
  const { timers, sources, newest } = begin(0)
  newest().fail(0)
  timers.pass(249)
  expect(sources).toHaveLength(1)
  timers.pass(1)
  expect(sources).toHaveLength(2)
})

test('a stream that lasted makes the next wait small again', () => {
  const { timers, sources, newest } = begin()
  for (const waitMs of [500, 1_000, 2_000]) {
    newest().fail(0)
    timers.pass(waitMs)
  }
  newest().tell('clock')
  timers.pass(20_000)
  newest().fail(0)
  timers.pass(500)
  expect(sources).toHaveLength(5)
})

test('45 s of silence end a stream, however alive it looks', () => {
  const { timers, sources, newest, told } = begin()
  newest().tell('clock')
  timers.pass(44_999)
  expect(sources[0]?.isClosed).toBe(false)
  newest().tell('clock')
  timers.pass(45_000)
  expect(sources[0]?.isClosed).toBe(true)
  expect(told).toEqual(['open', 'clock {}', 'clock {}', 'shut'])
  timers.pass(500)
  expect(sources).toHaveLength(2)
})

test('an answer that is no stream is told, and tried again', () => {
  const { timers, sources, newest, told } = begin()
  newest().fail(2)
  expect(told).toEqual(['refused'])
  timers.pass(500)
  expect(sources).toHaveLength(2)
})

test('a restart opens a new stream at once, whatever the old one does', () => {
  const { timers, stream, sources, newest } = begin()
  for (const waitMs of [500, 1_000, 2_000]) {
    newest().fail(0)
    timers.pass(waitMs)
  }
  stream.restart()
  expect(sources.map(({ isClosed }) => isClosed)).toEqual([true, true, true, true, false])
})

test('nothing is left after a stop', () => {
  const { timers, stream, newest, told } = begin()
  const source = newest()
  stream.stop()
  source.tell('clock')
  source.fail(2)
  expect([source.isClosed, timers.pending(), told]).toEqual([true, 0, []])
})
