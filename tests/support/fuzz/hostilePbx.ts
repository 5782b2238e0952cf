import type { OddSession, Said } from './oddSessions.ts'
import { makeSession, spoken } from './oddSessions.ts'

type Callback = (...args: unknown[]) => void

/** How the helper answers a question. */
export type Answer =
  | { readonly type: 'odd'; readonly said: Said }
  | { readonly type: 'throws' }
  | { readonly type: 'sessions'; readonly as: 'map' | 'array' | 'Map' | 'single' }
  | { readonly type: 'closes' }

/** A script of the PBX that does whatever it is told to, right or wrong. */
export interface HostilePbx {
  readonly ozWebClient: object
  /** How often it was asked to connect. */
  readonly connects: () => number
  /** Methods that would change a call and were called. */
  readonly changed: readonly string[]
  /** Calls back everybody who asked to hear of `method`. */
  emit(method: string, ...args: unknown[]): void
  /** A session object that is listed until it is dropped. */
  session(recipe: OddSession): object
  /** Calls back those who listen to a session of the list. */
  move(place: number, args: readonly unknown[]): void
  sessions(): readonly object[]
  answer(method: string, answer: Answer): void
  /** Answers everything as documented from here on, and lists no session. */
  heal(): void
}

const events = [
  ...['onConnectionStateChanged', 'onConStateChanged', 'onSessionCreated', 'onSessionClosed'],
  ...['onClientStateChanged', 'onUserInfoReceived', 'onErrorOccured'],
]
const questions = [
  ...['getActiveSessionsBySessionState', 'getExtensions', 'getOutsideLines', 'getUserByExtension'],
]
const changing = [
  ...['blindTransfer', 'close', 'closeWithHangup', 'forward', 'hangup', 'hold', 'unhold'],
  ...['sendDtmf', 'startListen', 'stopListen', 'createCall'],
]
const mostListed = 6

export function createHostilePbx(): HostilePbx {
  const heard = new Map<string, Callback[]>()
  const listeners = new Map<object, Callback[]>()
  const answers = new Map<string, Answer>()
  const changed: string[] = []
  let listed: object[] = []
  let connects = 0
  let isReading = false

  const emit = (method: string, ...args: unknown[]): void => {
    for (const callback of heard.get(method) ?? []) callback(...args)
  }
  const register =
    (method: string) =>
    (callback: Callback): void => {
      heard.set(method, [...(heard.get(method) ?? []), callback])
    }
  /** Whoever reads a session may be called back in the middle of it. */
  const onRead = (): void => {
    if (isReading) return
    isReading = true
    emit('onSessionClosed', 'a')
    isReading = false
  }
  const list = (as: 'map' | 'array' | 'Map' | 'single'): unknown => {
    const pairs = listed.map((session, place) => [String(place), session] as const)
    if (as === 'map') return Object.fromEntries(pairs)
    if (as === 'array') return listed
    return as === 'Map' ? new Map(pairs) : listed[0]
  }
  const respond = (method: string): unknown => {
    const answer = answers.get(method)
    switch (answer?.type) {
      case undefined:
        return []
      case 'throws':
        throw new RangeError(`${method} is out of order`)
      case 'closes':
        emit('onConnectionStateChanged', 'CONNECTION_CLOSED')
        return []
      case 'odd':
        return spoken(answer.said)
      case 'sessions':
        return list(answer.as)
    }
  }
  const forbidden = Object.fromEntries(
    changing.map((name) => [
      name,
      () => {
        changed.push(name)
      },
    ]),
  )
  const helper = Object.fromEntries(questions.map((method) => [method, () => respond(method)]))

  return {
    ozWebClient: {
      ...forbidden,
      ...Object.fromEntries(events.map((method) => [method, register(method)])),
      helper: { ...forbidden, ...helper },
      connect() {
        connects++
        respond('connect')
      },
      disconnect: () => respond('disconnect'),
    },
    connects: () => connects,
    changed,
    emit,
    session(recipe) {
      const own: Callback[] = []
      const onSessionStateChanged = (callback: Callback): void => {
        own.push(callback)
      }
      const session = makeSession(recipe, { ...forbidden, onSessionStateChanged }, onRead)
      listeners.set(session, own)
      listed = [...listed, session].slice(-mostListed)
      return session
    },
    move(place, args) {
      const session = listed[place % Math.max(1, listed.length)]
      if (session === undefined) return
      for (const callback of listeners.get(session) ?? []) callback(...args)
    },
    sessions: () => listed,
    answer: (method, answer) => answers.set(method, answer),
    heal() {
      answers.clear()
      listed = []
    },
  }
}
