import type { Dialect } from '../dialect.ts'
import type { ModifyMessage, WireSession } from '../gatewayProtocol.ts'
import { createCallback } from './callback.ts'
import { spelledSession, spelledState } from './spelling.ts'

/** Sends a modifying request; what comes of it shows in the session, or as an error. */
export type Modify = (request: Omit<ModifyMessage, 'type'>) => void

type Listener = (...given: [Session, string] | [Session]) => void

/**
 * A session as pages see it: one object for its whole life, changed in place. Its properties have the names that the
 * dialect gives them.
 */
export interface Session {
  onSessionStateChanged(listener: Listener): void
  /** Throws when `transferor` is neither side of the session, or without a number. */
  blindTransfer(transferor: string, phoneNumber: string): void
  /** Throws without a number. */
  forward(phoneNumber: string): void
  close(): void
  closeWithHangup(): void
  hangup(): void
  hold(): void
  unhold(): void
  sendDtmf(key: string, phoneNumber?: string): void
  startListen(): void
  stopListen(): void
}

/** A session and the script's own grip on it. */
export interface HeldSession {
  /** What the gateway said of it last. */
  readonly wire: () => WireSession
  readonly session: Session
  update(wire: WireSession): void
  tellState(): void
}

/** The object that pages get for `first`; its methods ask the gateway by `modify`. */
export function holdSession(first: WireSession, modify: Modify, dialect: Dialect): HeldSession {
  const stateChanged = createCallback<[Session, string] | [Session]>()
  let wire = first
  const session: Session = {
    ...spelledSession(wire, dialect),
    ...sessionMethods(() => wire, modify, stateChanged),
  }
  return {
    wire: () => wire,
    session,
    update(changed) {
      wire = changed
      Object.assign(session, spelledSession(wire, dialect))
    },
    tellState() {
      if (dialect.stateCallback === 'session') stateChanged.tell(session)
      else stateChanged.tell(session, spelledState(wire.sessionState, dialect))
    },
  }
}

function sessionMethods(
  wire: () => WireSession,
  modify: Modify,
  stateChanged: { readonly register: (listener: Listener) => void },
): Session {
  const ask = (method: ModifyMessage['method'], details: Partial<ModifyMessage> = {}): void =>
    modify({ ...details, sessionId: wire().sessionId, method })
  return {
    onSessionStateChanged: (listener) => stateChanged.register(listener),
    blindTransfer(transferor, phoneNumber) {
      const { caller, callee } = wire()
      if (transferor !== caller && transferor !== callee) {
        throw new Error('The transferor must be the caller or the callee of the session.')
      }
      if (!phoneNumber) throw new Error('The phone number is missing.')
      ask('blindTransfer', { transferor, phoneNumber })
    },
    forward(phoneNumber) {
      if (!phoneNumber) throw new Error('The phone number is missing.')
      ask('forward', { phoneNumber })
    },
    close: () => ask('close'),
    closeWithHangup: () => ask('closeWithHangup'),
    hangup: () => ask('hangup'),
    hold: () => ask('hold'),
    unhold: () => ask('unhold'),
    sendDtmf: () => ask('sendDtmf'),
    startListen: () => ask('startListen'),
    stopListen: () => ask('stopListen'),
  }
}
