import type { Clock } from '../domain/clock.ts'
import type { CentreEvent, SessionEvent } from '../domain/sessionEvent.ts'
import { backOffMs, deniedBackOffMs } from './backOff.ts'
import type { ConnectionState, Credentials, PbxClient } from './client.ts'
import { nextPhase } from './connectionPhase.ts'
import type { ConnectionInput, ConnectionPhase, Setback } from './connectionPhase.ts'
import { createReading } from './connectionReading.ts'
import type { ConnectionReading } from './connectionReading.ts'
import type { Timers } from './timers.ts'

/** What a connection needs, and whom it tells. */
export interface ConnectionOptions {
  readonly client: PbxClient
  /**
   * Asked anew for every try. A rejection counts as `failed`, one with the code `bad-token` or `denied` as
   * `denied`.
   */
  readonly credentials: () => Promise<Credentials>
  readonly clock: Clock
  readonly timers: Timers
  /** From 0 to 1. */
  readonly random: () => number
  /** `isLive` once the snapshot has been handed over. Told only when one of the two has changed. */
  readonly onState: (state: ConnectionState, isLive: boolean) => void
  readonly onEvent: (event: CentreEvent) => void
}

/** A connection that is being kept. */
export interface Connection {
  /** Ends everything; nothing is told afterwards. A second call does nothing. */
  stop(): void
  /** Ends a wait at once, or a connection that only looks alive. Does nothing while a try is under way. */
  retryNow(): void
}

/** How long the credentials may take, and after them the PBX's answer. */
const tryTimeoutMs = 30_000

/**
 * Keeps a client connected, for ever: whatever ends a connection, it waits a while and tries again with fresh
 * credentials. After every grant the directory and the snapshot are told before anything else. The states are drawn
 * in `connectionPhase.ts`.
 */
export function startConnection(options: ConnectionOptions): Connection {
  const { client, clock, timers, random, onEvent } = options
  let phase: ConnectionPhase = 'idle'
  let shown = ''
  let setbacks = 0
  let denials = 0
  let tryNumber = 0
  let timer: unknown
  const early: SessionEvent[] = []
  let reading: ConnectionReading | undefined

  /**
   * The one place that changes the phase. Returns whether the input meant anything, and whoever was told of a loss
   * has not moved on meanwhile.
   */
  const advance = (input: ConnectionInput): boolean => {
    const next = nextPhase(phase, input)
    if (next === phase) return false
    phase = next
    timers.clear(timer)
    if (reading !== undefined && phase !== 'live') {
      reading.stop()
      reading = undefined
      if (phase !== 'stopped') onEvent({ type: 'lost', at: clock.now() })
    }
    return phase === next
  }

  const show = (state: ConnectionState): void => {
    const isLive = phase === 'live'
    const now = `${state} ${String(isLive)}`
    if (shown === now) return
    shown = now
    options.onState(state, isLive)
  }

  const limitTry = (): void => {
    timer = timers.set(() => {
      client.disconnect()
      endTry('failed', 'timeout')
    }, tryTimeoutMs)
  }

  const beginTry = (): void => {
    const number = ++tryNumber
    const isPresent = (): boolean => number === tryNumber && phase === 'asking'
    early.length = 0
    limitTry()
    show('connecting')
    new Promise<Credentials>((resolve) => resolve(options.credentials())).then(
      (credentials) => {
        if (!isPresent()) return
        advance('credentials')
        limitTry()
        client.connect(credentials)
      },
      (error: unknown) => {
        if (isPresent()) endTry(isRefusal(error) ? 'denied' : 'failed')
      },
    )
  }

  const retry = (): void => {
    if (advance('retry')) beginTry()
  }

  const endTry = (reason: Setback, input: ConnectionInput = reason): void => {
    if (!advance(input)) return
    denials = reason === 'denied' ? denials + 1 : 0
    const delayMs = denials > 1 ? deniedBackOffMs(random()) : backOffMs(setbacks, random())
    setbacks++
    timer = timers.set(retry, denials === 1 ? 0 : delayMs)
    show(reason)
  }

  const settle = (): void => {
    setbacks = 0
    denials = 0
  }

  const onGranted = (): void => {
    if (!advance('granted')) return
    const begun = createReading({ client, clock, timers, onEvent, onSteady: settle })
    reading = begun
    show('granted')
    begun.begin(early.splice(0))
    if (reading === begun && advance('synced')) show('granted')
  }

  const endings = [
    client.onConnection((state) => {
      if (state === 'granted') onGranted()
      else if (state !== 'connecting' && phase !== 'asking') endTry(state)
    }),
    client.onSession((event) => {
      if (reading !== undefined) reading.hear(event)
      else if (phase === 'connecting') early.push(event)
    }),
  ]
  advance('start')
  beginTry()

  return {
    stop() {
      if (!advance('stop')) return
      for (const end of endings) end()
      client.disconnect()
    },
    retryNow() {
      if (phase === 'live') client.disconnect()
      if (phase === 'waiting') settle()
      retry()
    },
  }
}

/** Whether whoever hands out credentials says that they are no good, rather than that it could not ask. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'bad-token' || code === 'denied'
}
