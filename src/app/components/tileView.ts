import type { AgentStatus } from '../../domain/agentState.ts'
import type { AgentCounts } from '../../domain/figures.ts'
import type { Level } from './views.ts'

/** All that a tile shows but the time. */
export interface TileView {
  readonly agent: AgentStatus
  /** Whom the agent is in a call with, as it may be shown; empty for nobody. */
  readonly otherLabel: string
  /** How far the state has outlasted its limits. */
  readonly level: Level
  /** What the agent did today. */
  readonly counts: AgentCounts
}

/** A tile that changes by itself, without the grid around it. */
export interface LiveTile {
  readonly id: string
  /** What it shows now; whoever reads it in a rendering is rendered again when it changes. */
  readonly view: () => TileView
}
