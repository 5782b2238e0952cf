import type { PbxCode } from '../../contract/wallConfig.ts'
import type { Party } from '../../domain/agentState.ts'
import type { Direction } from '../../domain/sessionEvent.ts'
import type { SessionState } from '../../domain/sessionState.ts'
import type { ConnectionName, FigureBlockName } from '../locales/en.ts'

/** What a popup announces: one Call of the team. */
export interface PopupView {
  readonly callId: string
  /** The newest session of the Call. */
  readonly sessionId: string
  readonly state: SessionState
  /** The caller is in a queue: what the PBX calls talking is waiting. */
  readonly isWaiting: boolean
  readonly direction: Direction
  readonly caller: Party
  readonly callee: Party
}

/** One interval of the volume chart. */
export interface VolumeRow {
  /** Local start with offset, `2026-11-21T09:30:00+01:00`. */
  readonly interval: string
  /** As the axis writes it, `09:30`. */
  readonly label: string
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  /** 0..1, `undefined` when there is nothing to measure. */
  readonly serviceLevel: number | undefined
  /** The interval that is still running. */
  readonly isOpen: boolean
  /** Calls of it may be missing: nobody was connected for part of it. */
  readonly isPartial: boolean
  /** All of it was seen as it happened, so that its waits and outcomes are known too. */
  readonly isSeen: boolean
}

/** What one agent did today, as the agents' chart draws it. */
export interface AgentRow {
  readonly id: string
  readonly name: string
  readonly calls: number
  readonly missed: number
  /** Unrounded. */
  readonly talkSeconds: number
  readonly averageHandleTime: number | undefined
  /** Epoch ms. */
  readonly lastCallEndedAt: number | undefined
}

/** Somebody who waits in a queue. */
export interface WaitingView {
  readonly callId: string
  readonly caller: Party
  readonly queue: string
  /** Epoch ms of site time. */
  readonly since: number
}

export type Level = 'ok' | 'warn' | 'alarm'

/** One number of the strip. `value`: a count, seconds, or a ratio 0..1, unrounded; `undefined` for none. */
export interface FigureView {
  readonly name: string
  readonly scope: string
  readonly kind: 'count' | 'seconds' | 'ratio'
  readonly value: number | undefined
  readonly level: Level
  readonly isPartial: boolean
  /** One line of meaning under the number, `of 231 offered`. */
  readonly note: string
}

/** One queue's row: who waits, the longest wait, the service level. */
export interface QueueView {
  readonly scope: string
  readonly name: string
  readonly figures: readonly FigureView[]
}

/** A part of the table of all figures. */
export interface FigureBlockView {
  readonly name: FigureBlockName
  /** One row a figure, one cell a scope; a cell is `undefined` where the scope has no such figure. */
  readonly rows: readonly (readonly (FigureView | undefined)[])[]
}

/** A scope as the head of a column names it. */
export interface ScopeView {
  readonly scope: string
  readonly name: string
}

/** What the wall says of its connection to the PBX. */
export interface ConnectionView {
  readonly state: ConnectionName
  /** Granted, and the calls alive have been read: only then is what the wall shows the present. */
  readonly isLive: boolean
  /** Since when it is as it is, epoch ms of site time; `undefined` when nobody saw it begin. */
  readonly since: number | undefined
  /** Where the PBX's script was looked for. */
  readonly scriptUrl: string
  /**
   * Why the wall is not live: how the last try, or the connection before it, ended. It stays while another try is under
   * way; `undefined` while the wall is live, and before anything has failed. `silent`: the connection only looked alive;
   * `slept`: this screen's machine had stopped for a while.
   */
  readonly setback?: Setback | undefined
  /** Why there were no credentials: its sentence takes the place of the state's own. @default none */
  readonly tokenProblem?: TokenProblem | undefined
}

export type Setback = Exclude<ConnectionName, 'connecting' | 'granted'> | 'silent' | 'slept'

/** Why the wall's server handed out no token. */
export interface TokenProblem {
  /**
   * `denied`: the PBX refused the server; `keyRequired`: the server wants its access key from this screen; `failed`:
   * anything else that the server tells of.
   */
  readonly code: 'serverUnreachable' | 'withoutToken' | 'denied' | 'keyRequired' | 'failed'
  /** What exactly the PBX did not do, where the server knows it. */
  readonly pbxCode?: PbxCode | undefined
}

/** A link to a page of the wall. */
export interface LinkView {
  readonly to: string
  readonly text: string
}

/** A team to choose, with its counts of this moment; `undefined` while nothing is known. */
export interface TeamView {
  readonly id: string
  readonly name: string
  readonly to: string
  readonly free: number | undefined
  readonly talking: number | undefined
  readonly waiting: number | undefined
}

/** Another wall that is online. */
export interface OtherWallView {
  readonly id: string
  readonly name: string
  readonly route: string
  readonly version: string
  /** Since when, as it is to be read. */
  readonly since: string
}

/** What somebody typed to be let in; in memory only. */
export interface SignIn {
  readonly address: string
  readonly credentials:
    | { readonly type: 'token'; readonly token: string }
    | { readonly type: 'extension'; readonly extension: string; readonly password: string }
}
