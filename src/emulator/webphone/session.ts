import type { ModifyMessage, WireSession } from '../gatewayProtocol.ts'
import { createCallback } from './callback.ts'

/** Sends a modifying request; what comes of it shows in the session, or as an error. */
export type Modify = (request: Omit<ModifyMessage, 'type'>) => void

type Listener = (session: Session, sessionState: string) => void

interface SessionMethods {
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

/** A session as pages see it: one object for its whole life, changed in place. */
export type Session = WireSession & SessionMethods

/** A session and the script's own grip on it. */
export interface HeldSession {
  readonly session: Session
  update(wire: WireSession): void
  tellState(): void
}

/** The object that pages get for `wire`; its methods ask the gateway by `modify`. */
export function holdSession(wire: WireSession, modify: Modify): HeldSession {
  const stateChanged = createCallback<[Session, string]>()
  const session: Session = { ...wire, ...sessionMethods(() => session, modify, stateChanged) }
  return {
    session,
    update(changed) {
      Object.assign(session, changed)
    },
    tellState: () => stateChanged.tell(session, session.sessionState),
  }
}

function sessionMethods(
  self: () => Session,
  modify: Modify,
  stateChanged: { readonly register: (listener: Listener) => void },
): SessionMethods {
  const ask = (method: ModifyMessage['method'], details: Partial<ModifyMessage> = {}): void =>
    modify({ ...details, sessionId: self().sessionId, method })
  return {
    onSessionStateChanged: (listener) => stateChanged.register(listener),
    blindTransfer(transferor, phoneNumber) {
      const { caller, callee } = self()
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
