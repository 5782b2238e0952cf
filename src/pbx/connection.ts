import type { Clock } from '../domain/clock.ts'
import type { ConnectionEvent, SessionEvent } from '../domain/sessionEvent.ts'
import { backOffMs, deniedBackOffMs } from './backOff.ts'
import type { ConnectionState, Credentials, PbxClient } from './client.ts'
import { nextPhase } from './connectionPhase.ts'
import type { ConnectionInput, ConnectionPhase, Setback } from './connectionPhase.ts'
import { createReading } from './connectionReading.ts'
import type { ConnectionReading } from './connectionReading.ts'
import type { RenewalWindow } from './renewalWindow.ts'
import type { Timers } from './timers.ts'

/** What lets a connection in, and when it should get something newer; never where that is not told. */
export interface Admission {
  readonly credentials: Credentials
  readonly renewal?: RenewalWindow | undefined
}

/** What a connection needs, and whom it tells. */
export interface ConnectionOptions {
  readonly client: PbxClient
  /**
   * Asked anew for every try, and for the renewal of a live connection. A rejection counts as `failed`, one with the
   * code `bad-token` or `denied` as `denied`.
   */
  readonly admission: () => Promise<Admission>
  /** Whether nothing is going on that a short gap would hide: a renewal waits for that as long as it can. */
  readonly isQuiet: () => boolean
  readonly clock: Clock
  readonly timers: Timers
  /** From 0 to 1. */
  readonly random: () => number
  /** `isLive` once the snapshot has been handed over. Told only when one of the two has changed. */
  readonly onState: (state: ConnectionState, isLive: boolean) => void
  readonly onEvent: (event: ConnectionEvent) => void
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

/** How often a live connection looks whether it is time to renew it. */
const lookMs = 1_000

/**
 * Keeps a client connected, for ever: whatever ends a connection, it waits a while and tries again with fresh
 * credentials. After every grant the directory and the snapshot are told before anything else. A live connection is
 * renewed once in the life of a token: the new one is there before the old connection is given up. The states are
 * drawn in `connectionPhase.ts`.
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
  let held: Admission | undefined
  const isLive = (): boolean => phase === 'live' || phase === 'renewing'

  /**
   * The one place that changes the phase. Returns whether the input meant anything, and whoever was told of a loss
   * has not moved on meanwhile.
   */
  const advance = (input: ConnectionInput): boolean => {
    const next = nextPhase(phase, input)
    if (next === phase) return false
    phase = next
    timers.clear(timer)
    if (reading !== undefined && !isLive()) {
      reading.stop()
      reading = undefined
      if (phase !== 'stopped') onEvent({ type: 'lost', at: clock.now() })
    }
    return phase === next
  }

  const show = (state: ConnectionState): void => {
    const now = `${state} ${String(isLive())}`
    if (shown === now) return
    shown = now
    options.onState(state, isLive())
  }

  const limitTry = (): void => {
    timer = timers.set(() => {
      client.disconnect()
      endTry('failed', 'timeout')
    }, tryTimeoutMs)
  }

  /** An answer that comes too late, when the phase is another, is not heard. */
  const ask = (
    onAdmission: (admission: Admission) => void,
    onRefusal: (error: unknown) => void,
  ): void => {
    const number = ++tryNumber
    const asking = phase
    const isPresent = (): boolean => number === tryNumber && phase === asking
    new Promise<Admission>((resolve) => resolve(options.admission())).then(
      (admission) => {
        if (isPresent()) onAdmission(admission)
      },
      (error: unknown) => {
        if (isPresent()) onRefusal(error)
      },
    )
  }

  const connect = (admission: Admission): void => {
    if (!advance('credentials')) return
    early.length = 0
    held = admission
    limitTry()
    show('connecting')
    client.connect(admission.credentials)
  }

  const beginTry = (): void => {
    limitTry()
    show('connecting')
    ask(connect, (error) => endTry(isRefusal(error) ? 'denied' : 'failed'))
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

  /** Whoever changes the phase ends the looking. */
  const lookUntil = (isDue: () => boolean, action: () => void): void => {
    timer = timers.set(() => {
      if (isDue()) action()
      else lookUntil(isDue, action)
    }, lookMs)
  }

  /** Asks again later in the same window; afterwards the connection lives for as long as the PBX lets it. */
  const keepForNow = ({ latest }: RenewalWindow): void => {
    if (!advance('kept')) return
    const delayMs = deniedBackOffMs(random())
    timer = timers.set(() => {
      if (clock.now() < latest) renew()
    }, delayMs)
  }

  const renew = (): void => {
    const window = held?.renewal
    if (window === undefined || !advance('renew')) return
    timer = timers.set(() => keepForNow(window), tryTimeoutMs)
    ask(
      (admission) => {
        timers.clear(timer)
        const isTime = (): boolean => options.isQuiet() || clock.now() >= window.latest
        if (isSame(admission.credentials, held?.credentials)) advance('kept')
        else if (isTime()) connect(admission)
        else lookUntil(isTime, () => connect(admission))
      },
      () => keepForNow(window),
    )
  }

  /** Whoever hands out a token at the end of its life has no newer one. */
  const watchLife = (): void => {
    const window = held?.renewal
    if (window === undefined || window.from <= clock.now()) return
    lookUntil(() => clock.now() >= window.from, renew)
  }

  const onGranted = (): void => {
    if (!advance('granted')) return
    const begun = createReading({ client, clock, timers, onEvent, onSteady: settle })
    reading = begun
    show('granted')
    begun.begin(early.splice(0))
    if (reading !== begun || !advance('synced')) return
    watchLife()
    show('granted')
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
      if (isLive()) client.disconnect()
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

function isSame(one: Credentials, other: Credentials | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
