import type { ActivityBook } from './activityBook.ts'
import { isSameStatus, readAgent, readAgentState } from './agent.ts'
import type { AgentContext } from './agentContext.ts'
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
  /** Teams have changed. */
  learnTeams(): void
  /** Counts for how busy agents are what the touched tiles show, from `at` (epoch ms) on. */
  settle(at: number): void
}

export interface AgentStatesContext extends AgentContext {
  readonly teams: Teams
  readonly activities: ActivityBook
  readonly occupancy: OccupancyBook
}

/** What is known of an agent of a team. */
interface Slot {
  readonly agent: AgentSettings
  /** As read last; the same object as long as it shows the same. */
  status: AgentStatus | undefined
  /** Of how many changes for everybody the status knows; -1 after something was touched. */
  knows: number
  /** His state is not counted yet, and whether he was touched in a session since. */
  isTouched: boolean
  hadSession: boolean
}

const nobody: readonly Slot[] = []

export function createAgentStates(context: AgentStatesContext): AgentStates {
  const { teams, activities, occupancy } = context
  let slots = new Map<AgentSettings, Slot>()
  const byExtension = new Map<string, readonly Slot[]>()
  /** How often something has changed for everybody. */
  let changes = 0
  let touched: Slot[] = []
  let isAllTouched = false

  const learnTeams = (): void => {
    const former = slots
    slots = new Map()
    byExtension.clear()
    for (const agent of teams.everyone()) {
      if (slots.has(agent)) continue
      const slot = former.get(agent) ?? newSlot(agent)
      slots.set(agent, slot)
      for (const extension of agent.extensions) {
        byExtension.set(extension, [...(byExtension.get(extension) ?? nobody), slot])
      }
    }
  }
  learnTeams()

  const read = (slot: Slot): AgentStatus => {
    const { agent, status } = slot
    if (status !== undefined && slot.knows === changes) return status
    const fresh = readAgent(agent, context)
    slot.knows = changes
    if (status !== undefined && isSameStatus(status, fresh)) return status
    slot.status = fresh
    return fresh
  }

  const isInSession = ({ extensions }: AgentSettings): boolean =>
    extensions.some((extension) => (activities.get(extension)?.live.size ?? 0) > 0)

  const count = (agent: AgentSettings, hadSession: boolean, at: number): void => {
    const state = context.sight.isOpen() ? readAgentState(agent, context) : 'unknown'
    const hasSession = isInSession(agent)
    // A session that began and ended in one moment has begun the agent's day all the same.
    if (hadSession && !hasSession) occupancy.note(agent, state, true, at)
    occupancy.note(agent, state, hasSession, at)
  }

  const touch = (extensions: readonly string[], isInSession: boolean): void => {
    for (const extension of extensions) {
      for (const slot of byExtension.get(extension) ?? nobody) {
        slot.knows = -1
        slot.hadSession ||= isInSession
        if (slot.isTouched) continue
        slot.isTouched = true
        touched.push(slot)
      }
    }
  }

  return {
    read(agent) {
      const slot = slots.get(agent)
      // Who is in no team may be shown all the same, but nobody tells when something touches him.
      return slot === undefined ? readAgent(agent, context) : read(slot)
    },
    touch: (extensions) => touch(extensions, false),
    touchInSession: (extensions) => touch(extensions, true),
    touchAll() {
      changes++
      isAllTouched = true
    },
    learnTeams,
    settle(at) {
      for (const slot of touched) {
        count(slot.agent, slot.hadSession, at)
        slot.isTouched = false
        slot.hadSession = false
      }
      if (touched.length > 0) touched = []
      if (!isAllTouched) return
      isAllTouched = false
      for (const agent of teams.agents('all') ?? []) count(agent, false, at)
    },
  }
}

function newSlot(agent: AgentSettings): Slot {
  return { agent, status: undefined, knows: -1, isTouched: false, hadSession: false }
}
