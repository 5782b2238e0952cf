import { createCallback } from './callback.ts'
import type { HeldSession, Modify } from './session.ts'
import type { CallStateName } from './words.ts'
import { callStateOf } from './words.ts'

/** A call of this web client's own. It carries neither sound nor messages. */
export interface Call {
  start(): void
  accept(): void
  reject(): void
  hangUp(): void
  hold(): void
  unHold(): void
  forward(target: string): void
  transfer(target: string): void
  /** Empty before the call was started. */
  getCallState(): CallStateName | ''
  getOtherParty(): string
  onCallStateChanged(listener: (state: CallStateName) => void): void
  attachCamera(camera: unknown): void
  sendMessage(message: unknown): void
  onMessageReceived(listener: (message: unknown) => void): void
}

/** A call and the script's own grip on it. */
export interface HeldCall {
  readonly call: Call
  /** Tells the call which session it has become. */
  attach(held: HeldSession): void
  tellState(): void
}

/** A call with `otherParty`; `dial` starts it, `ownNumber` is this client's side of it. */
export function holdCall(
  otherParty: string,
  ownNumber: string,
  modify: Modify,
  dial: () => void,
): HeldCall {
  const stateChanged = createCallback<[CallStateName]>()
  let attached: HeldSession | undefined
  const state = (): CallStateName | '' =>
    attached === undefined ? '' : callStateOf(attached.wire().sessionState)
  const ask = (
    request: Pick<Parameters<Modify>[0], 'method' | 'phoneNumber' | 'transferor'>,
  ): void => {
    if (attached !== undefined) modify({ ...request, sessionId: attached.wire().sessionId })
  }
  const tellState = (): void => {
    const now = state()
    if (now !== '') stateChanged.tell(now)
  }

  return {
    call: {
      start: dial,
      accept: () => ask({ method: 'accept' }),
      reject: () => ask({ method: 'reject' }),
      hangUp: () => ask({ method: 'hangup' }),
      hold: () => ask({ method: 'hold' }),
      unHold: () => ask({ method: 'unhold' }),
      forward: (target) => ask({ method: 'forward', phoneNumber: target }),
      transfer: (target) =>
        ask({ method: 'blindTransfer', phoneNumber: target, transferor: ownNumber }),
      getCallState: state,
      getOtherParty: () => otherParty,
      onCallStateChanged: (listener) => stateChanged.register(listener),
      attachCamera: () => undefined,
      sendMessage: () => undefined,
      onMessageReceived: () => undefined,
    },
    attach(held) {
      attached = held
      tellState()
    },
    tellState,
  }
}
