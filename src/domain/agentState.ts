import type { Direction } from './sessionEvent.ts'

/** What an agent's phone is doing, as DESIGN 2.5 derives it; `available` means that the phone is free. */
export const agentStates = [
  'talking',
  'hold',
  'ringing',
  'dialing',
  'wrapup',
  'away',
  'available',
  'notSeen',
  'offline',
  'unknown',
] as const

export type AgentState = (typeof agentStates)[number]

/** Somebody in a call, as a wall may show him. Outside numbers are masked on the way to the screen. */
export interface Party {
  readonly id: string
  /** Empty when nobody told a name. */
  readonly name: string
  /** Whether the number is none of ours, so that the mask applies. */
  readonly isOutside: boolean
}

/** One agent at one moment: what a tile shows. A new object for every change, the same object for none. */
export interface AgentStatus {
  /** The first extension: stable, and unique within a wall. */
  readonly id: string
  /** Empty when neither the config nor the directory has one. */
  readonly name: string
  readonly extensions: readonly string[]
  readonly state: AgentState
  /** Since when, epoch ms of site time; `undefined` when nobody saw it begin. */
  readonly since: number | undefined
  /** When a wrap-up will be over, epoch ms. */
  readonly until: number | undefined
  /** Why away, in the words of the config. */
  readonly reason: string
  readonly other: Party | undefined
  readonly direction: Direction | undefined
  /** The other party is one of us, and nobody outside is in any of the agent's sessions. */
  readonly isInternal: boolean
}
