import type { Clock } from '../../domain/clock.ts'
import type { SessionEvent, SessionFacts } from '../../domain/sessionEvent.ts'
import type { ListedSession } from './activeSessions.ts'
import { invoke, isObject, textOf } from './foreign.ts'
import type { Oddities } from './oddities.ts'
import { createSessionBook } from './sessionBook.ts'
import type { SessionBook } from './sessionBook.ts'
import { readChange } from './sessionChange.ts'
import { readSession } from './sessionReader.ts'
import type { Reading } from './sessionReader.ts'

/** Turns the script's session objects and callbacks into session events, for one connection after the other. */
export interface SessionFeed {
  /** Forgets everything: from here on a new connection is heard, and what speaks of an older one is not. */
  readonly start: () => void
  /** From here on nothing is heard. A second call does nothing. */
  readonly stop: () => void
  readonly created: (session: unknown) => void
  readonly closed: (session: unknown) => void
  /** Notes sessions that a list of live ones holds, without an event, and listens to them. */
  readonly adopt: (listed: readonly ListedSession[]) => void
  readonly alive: () => readonly SessionFacts[]
}

/** What the feed needs: how to read, whom to tell. */
export interface SessionFeedOptions {
  readonly clock: Clock
  readonly reading: Reading
  readonly oddities: Oddities
  readonly onEvent: (event: SessionEvent) => void
}

/** A session object that is listened to, and the connection that last told of it. */
interface Attachment {
  generation: number
  readonly id: string
}

/** A feed that hears nothing until it is started. */
export function createSessionFeed(options: SessionFeedOptions): SessionFeed {
  const { clock, reading, oddities, onEvent } = options
  const attachments = new WeakMap<object, Attachment>()
  let book = createSessionBook()
  let generation = 0
  let isListening = false

  const report = (...news: Parameters<SessionBook['report']>): void => {
    const told = book.report(...news)
    if (told !== undefined) onEvent({ ...told, at: clock.now() })
  }

  const changed = (session: object, attachment: Attachment, args: readonly unknown[]): void => {
    if (!isListening || attachment.generation !== generation) return
    const change = readChange(args, session, { id: attachment.id }, reading)
    if (change !== undefined) report('changed', change.facts, change.isSaid)
  }

  /** A session may outlive a connection as the same object, and can be asked to call back only once. */
  const listenTo = (session: unknown, id: string): void => {
    if (!isObject(session)) return
    const known = attachments.get(session)
    if (known !== undefined) {
      known.generation = generation
      return
    }
    const attachment: Attachment = { generation, id }
    attachments.set(session, attachment)
    const callback = (...args: unknown[]): void => changed(session, attachment, args)
    oddities.attempt('onSessionStateChanged', () =>
      invoke(session, 'onSessionStateChanged', callback),
    )
  }

  const received = (type: 'opened' | 'closed', raw: unknown): void => {
    if (!isListening) return
    const facts = readSession(raw, {}, reading) ?? book.find(textOf(raw))
    if (facts === undefined) {
      oddities.word('session', typeof raw)
      return
    }
    report(type, facts, false)
    if (type === 'opened') listenTo(raw, facts.id)
    // What it may still tell is heard, but it lives on in no further connection.
    else if (isObject(raw)) attachments.delete(raw)
  }

  return {
    start() {
      book = createSessionBook()
      generation++
      isListening = true
    },
    stop() {
      isListening = false
      book = createSessionBook()
    },
    created: (session) => received('opened', session),
    closed: (session) => received('closed', session),
    adopt(listed) {
      for (const { session, hint } of listed) {
        const facts = readSession(session, hint, reading)
        if (facts === undefined) continue
        book.adopt(facts)
        listenTo(session, facts.id)
      }
    },
    alive: () => book.alive(),
  }
}
