import type { SessionState } from '../../../src/domain/sessionState.ts'

/** What two people who talk do: hold and go on, then end it. Times are seconds. */
export interface Talk {
  readonly stints: readonly { readonly talk: number; readonly hold: number }[]
  readonly heldAs: SessionState
  readonly ending: Ending
}

export type Ending =
  | { readonly type: 'over'; readonly state: SessionState }
  /** Nobody tells the end. */
  | { readonly type: 'open' }
  | { readonly type: 'blind'; readonly target: string; readonly ring: Ring }
  | { readonly type: 'toQueue'; readonly wait: Wait }
  | { readonly type: 'toService'; readonly seconds: number }
  | {
      readonly type: 'attended'
      readonly target: string
      readonly result: 'taken' | 'declined' | 'NotAnswered' | 'Busy'
      readonly ringSeconds: number
      readonly talkSeconds: number
      readonly talk: Talk
    }
  /** The callee of the live session changes. */
  | { readonly type: 'moved'; readonly target: string; readonly talk: Talk }

/** A phone that is called. `unrung` ends before it rings. */
export interface Ring {
  readonly setupSeconds: number
  readonly ringSeconds: number
  readonly result:
    | { readonly type: 'answered'; readonly talk: Talk }
    | { readonly type: 'over' | 'unrung'; readonly state: SessionState }
    | { readonly type: 'forwarded'; readonly target: string; readonly ring: Ring }
    | { readonly type: 'open' }
}

/** A caller in a queue. */
export interface Wait {
  readonly queue: string
  readonly offers: readonly {
    readonly after: number
    readonly agent: string
    readonly ringSeconds: number
    readonly state: SessionState
  }[]
  readonly after: number
  readonly outcome: WaitOutcome
}

export type WaitOutcome =
  | {
      readonly type: 'answered'
      readonly agent: string
      readonly ringSeconds: number
      /** Whether the queue has let go of the caller before anybody answers. */
      readonly isEarly: boolean
      readonly talk: Talk
    }
  /** The caller hangs up, maybe while a phone rings. */
  | {
      readonly type: 'gaveUp'
      readonly state: SessionState
      readonly ringing: string | undefined
      readonly ringSeconds: number
    }
  | { readonly type: 'thrownOut'; readonly state: SessionState }
  | {
      readonly type: 'overflow'
      readonly shape: 'Redirected' | 'CalleeHungUp' | 'TransferCompleted'
      readonly wait: Wait
    }
  | {
      readonly type: 'toService'
      readonly seconds: number
    }
  | { readonly type: 'open' }

/** One call, from its first word to its last. */
export type Story =
  | { readonly type: 'queued'; readonly menuSeconds: number | undefined; readonly wait: Wait }
  | { readonly type: 'agentQueued'; readonly agent: string; readonly wait: Wait }
  | { readonly type: 'direct'; readonly extension: string; readonly ring: Ring }
  | {
      readonly type: 'group'
      readonly shape: 'parallel' | 'rolling'
      readonly extensions: readonly string[]
      readonly ringSeconds: number
      readonly result:
        | { readonly type: 'answered'; readonly by: number; readonly talk: Talk }
        | { readonly type: 'over'; readonly state: SessionState }
    }
  | { readonly type: 'internal'; readonly from: string; readonly to: string; readonly ring: Ring }
  | { readonly type: 'outbound'; readonly extension: string; readonly ring: Ring }
  | { readonly type: 'presence'; readonly extension: string; readonly code: string }
