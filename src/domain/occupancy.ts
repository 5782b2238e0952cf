import type { AgentState } from './agentState.ts'
import type { AgentSettings } from './settings.ts'

/** Time in states that count as work, and that plus the time a phone was free; ms. */
export interface WorkTime {
  readonly busyMs: number
  readonly mannedMs: number
}

/** How busy agents were between their first and their last session of the day, by what their tiles showed. */
export interface OccupancyBook {
  /** The agent's tile shows `state` from `at` (epoch ms) on; `hasSession`: one of his sessions is alive. */
  note(agent: AgentSettings, state: AgentState, hasSession: boolean, at: number): void
  /** The work time of the present day, or of the one before, until `now`, epoch ms. */
  workTime(agent: AgentSettings, day: 'today' | 'yesterday', now: number): WorkTime
  /** A day ends and the next begins at `at`, epoch ms. */
  beginDay(at: number): void
}

interface Span {
  busyMs: number
  mannedMs: number
}

interface Entry {
  state: AgentState
  hasSession: boolean
  since: number
  hasBegun: boolean
  /** Until the end of the last session. */
  readonly sure: Span
  /** Since then; counts when another session begins. */
  readonly pending: Span
}

const busy: readonly AgentState[] = ['talking', 'hold', 'wrapup']

export function createOccupancyBook(): OccupancyBook {
  let today = new Map<string, Entry>()
  let yesterday = new Map<string, Span>()

  const upTo = (entry: Entry, at: number): void => {
    const length = Math.max(0, at - entry.since)
    entry.since = Math.max(entry.since, at)
    if (!entry.hasBegun) return
    const isBusy = busy.includes(entry.state)
    const isManned = isBusy || entry.state === 'available'
    const span = entry.hasSession ? entry.sure : entry.pending
    if (isBusy) span.busyMs += length
    if (isManned) span.mannedMs += length
  }

  return {
    note(agent, state, hasSession, at) {
      const key = keyOf(agent)
      let entry = today.get(key)
      if (entry === undefined) today.set(key, (entry = newEntry(at)))
      upTo(entry, at)
      if (hasSession && !entry.hasSession) {
        entry.hasBegun = true
        move(entry.pending, entry.sure)
      }
      entry.state = state
      entry.hasSession = hasSession
    },
    workTime(agent, day, now) {
      const key = keyOf(agent)
      if (day === 'yesterday') return { ...(yesterday.get(key) ?? none()) }
      const entry = today.get(key)
      if (entry === undefined) return none()
      upTo(entry, now)
      return { ...entry.sure }
    },
    beginDay(at) {
      yesterday = new Map()
      const next = new Map<string, Entry>()
      for (const [key, entry] of today) {
        upTo(entry, at)
        yesterday.set(key, { ...entry.sure })
        const fresh = newEntry(at)
        fresh.state = entry.state
        fresh.hasSession = entry.hasSession
        fresh.hasBegun = entry.hasSession
        next.set(key, fresh)
      }
      today = next
    },
  }
}

/** In two teams one person may be written with different phones, and then is two tiles. */
function keyOf({ extensions }: AgentSettings): string {
  const [first = ''] = extensions
  return extensions.length === 1 ? first : extensions.join(' ')
}

function none(): Span {
  return { busyMs: 0, mannedMs: 0 }
}

function newEntry(at: number): Entry {
  return {
    state: 'unknown',
    hasSession: false,
    since: at,
    hasBegun: false,
    sure: none(),
    pending: none(),
  }
}

function move(from: Span, to: Span): void {
  to.busyMs += from.busyMs
  to.mannedMs += from.mannedMs
  from.busyMs = 0
  from.mannedMs = 0
}
