import { backOffMs } from '../../pbx/backOff.ts'
import type { Timers } from '../../pbx/timers.ts'

/** What is used of an `EventSource`. */
export type EventStreamSource = Pick<EventTarget, 'addEventListener'> &
  Pick<EventSource, 'close' | 'readyState'>

export interface EventStreamOptions {
  /** Opens a stream anew. */
  readonly open: () => EventStreamSource
  /** The events to hear. */
  readonly names: readonly string[]
  readonly timers: Timers
  /** From 0 to 1. */
  readonly random: () => number
  readonly onEvent: (name: string, data: string) => void
  /** Told when a stream begins to tell, and when it ends. */
  readonly onChange: (isOpen: boolean) => void
  /** The server answered with something else than a stream. */
  readonly onRefused: () => void
}

/** A stream of server-sent events that is being kept. */
export interface EventStream {
  /** Opens it anew at once: something says that it only looks alive, or that another try is worth it. */
  restart(): void
  stop(): void
}

/** Longer than three signs of life of the server. */
const silenceMs = 45_000
/** A stream that has lasted so long was a good one. */
const steadyMs = 20_000
/** `EventSource.CLOSED`: the browser itself has given up. */
const closed = 2

/**
 * Keeps a stream open, for ever, by its own rule instead of the browser's fixed one: it waits longer after each failure,
 * and a stream that is silent for 45 s is dead.
 */
export function startEventStream(options: EventStreamOptions): EventStream {
  const { timers } = options
  let source: EventStreamSource | undefined
  let isOpen = false
  let failures = 0
  let timer: unknown
  let steady: unknown

  const tell = (next: boolean): void => {
    if (isOpen === next) return
    isOpen = next
    options.onChange(next)
  }
  const close = (): void => {
    timers.clear(timer)
    timers.clear(steady)
    source?.close()
    source = undefined
  }
  const fail = (): void => {
    close()
    timer = timers.set(begin, backOffMs(failures++, options.random()))
    tell(false)
  }
  const waitForNext = (): void => {
    timers.clear(timer)
    timer = timers.set(fail, silenceMs)
  }

  function begin(): void {
    const opened = options.open()
    source = opened
    waitForNext()
    steady = timers.set(() => {
      failures = 0
    }, steadyMs)
    opened.addEventListener('error', () => {
      if (opened !== source) return
      const isRefused = opened.readyState === closed
      fail()
      if (isRefused) options.onRefused()
    })
    for (const name of options.names) {
      opened.addEventListener(name, (event) => {
        if (opened !== source) return
        waitForNext()
        tell(true)
        if (event instanceof MessageEvent) options.onEvent(name, String(event.data))
      })
    }
  }
  begin()

  return {
    restart() {
      close()
      failures = 0
      begin()
    },
    stop: close,
  }
}
