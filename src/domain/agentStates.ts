import type { ActivityBook } from './activityBook.ts'
import { isSameStatus, readAgent } from './agent.ts'
import type { AgentContext } from './agent.ts'
import type { AgentStatus } from './agentState.ts'
import type { OccupancyBook } from './occupancy.ts'
import type { AgentSettings } from './settings.ts'
import type { Teams } from './teams.ts'

/**
 * What the tiles of the agents show. An agent is read anew only after something was touched that he shows, and the same
 * state is the same object, so that a tile need not change.
 */
export interface AgentStates {
  read(agent: AgentSettings): AgentStatus
  /** Something has changed that the tiles of the extensions may show. */
  touch(extensions: readonly string[]): void
  /** The same, by what happened in a session that they are in or were in. */
  touchInSession(extensions: readonly string[]): void
  /** Something has changed that every tile may show. */
  touchAll(): void
  /** Counts for how busy agents are what the touched tiles show, from `at` (epoch ms) on. */
  settle(at: number): void
}

export interface AgentStatesContext extends AgentContext {
  readonly teams: Teams
  readonly activities: ActivityBook
  readonly occupancy: OccupancyBook
  /** Whether we are connected. */
  isCovered(): boolean
}

interface Reading {
  readonly stamp: number
  readonly status: AgentStatus
}

export function createAgentStates(context: AgentStatesContext): AgentStates {
  const { teams, activities, occupancy } = context
  const readings = new WeakMap<AgentSettings, Reading>()
  /** How often something has changed for everybody, and for each extension. */
  let changes = 0
  const changesOf = new Map<string, number>()
  /** Whose state is not counted yet, and whether it was touched in a session. */
  const touched = new Map<AgentSettings, boolean>()
  let isAllTouched = false

  /** Grows when any of its parts does. */
  const stampOf = ({ extensions }: AgentSettings): number => {
    let stamp = changes
    for (const extension of extensions) stamp += changesOf.get(extension) ?? 0
    return stamp
  }

  const read = (agent: AgentSettings): AgentStatus => {
    const stamp = stampOf(agent)
    const former = readings.get(agent)
    if (former?.stamp === stamp) return former.status
    const fresh = readAgent(agent, context)
    const status =
      former !== undefined && isSameStatus(former.status, fresh) ? former.status : fresh
    readings.set(agent, { stamp, status })
    return status
  }

  const isInSession = (agent: AgentSettings): boolean =>
    agent.extensions.some((extension) => (activities.get(extension)?.live.size ?? 0) > 0)

  const count = (agent: AgentSettings, hadSession: boolean, at: number): void => {
    const state = context.isCovered() ? read(agent).state : 'unknown'
    const hasSession = isInSession(agent)
    // A session that began and ended in one moment has begun the agent's day all the same.
    if (hadSession && !hasSession) occupancy.note(agent, state, true, at)
    occupancy.note(agent, state, hasSession, at)
  }

  const touch = (extensions: readonly string[], isInSession: boolean): void => {
    for (const extension of extensions) {
      changesOf.set(extension, (changesOf.get(extension) ?? 0) + 1)
      for (const agent of teams.agentsWith(extension)) {
        if (isInSession || !touched.has(agent)) touched.set(agent, isInSession)
      }
    }
  }

  return {
    read,
    touch: (extensions) => touch(extensions, false),
    touchInSession: (extensions) => touch(extensions, true),
    touchAll() {
      changes++
      isAllTouched = true
    },
    settle(at) {
      for (const [agent, hadSession] of touched) count(agent, hadSession, at)
      touched.clear()
      if (!isAllTouched) return
      isAllTouched = false
      for (const agent of teams.agents('all') ?? []) count(agent, false, at)
    },
  }
}
