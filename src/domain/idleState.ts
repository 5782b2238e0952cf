import type { Activity } from './activity.ts'
import type { AgentContext } from './agentContext.ts'
import type { AgentState, AgentStatus } from './agentState.ts'
import { larger } from './maximum.ts'
import type { AgentSettings } from './settings.ts'

/** What a status says of the agent's state; the rest is who he is. */
export type StateFacts = Omit<AgentStatus, 'id' | 'name' | 'extensions'>

function idle(state: AgentState, since: number | undefined): StateFacts {
  return {
    state,
    since,
    other: undefined,
    direction: undefined,
    isInternal: false,
    until: undefined,
    reason: '',
  }
}

/** The state of an agent without a live session at the moment until which anything is known. */
export function idleState(agent: AgentSettings, context: AgentContext): StateFacts {
  const { sight } = context
  if (sight.isLongLost()) return idle('unknown', undefined)
  const latest = latestOf(agent, context)
  if (latest.wrapUpUntil !== undefined && latest.wrapUpUntil > sight.knownUntil()) {
    return { ...idle('wrapup', latest.endedAt), until: latest.wrapUpUntil }
  }
  if (!sight.isKnown()) return idle('unknown', undefined)
  if (agent.extensions.every((extension) => context.directory.isOffline(extension))) {
    return idle('offline', undefined)
  }
  const sure = (since: number | undefined): number | undefined =>
    since !== undefined && since >= sight.wholeSince() ? since : undefined
  const { away, seenOn } = latest
  if (away !== undefined && isLater(away.since, latest.backAt)) {
    return { ...idle('away', sure(away.since)), reason: away.reason }
  }
  const isSeen = seenOn !== undefined && seenOn >= context.dayStart()
  if (!isSeen && context.hasNotSeen) return idle('notSeen', undefined)
  return idle('available', latest.isEndKnown ? sure(latest.freeSince) : undefined)
}

/** The latest of what the agent did on any of his extensions; epoch ms. */
interface Latest {
  endedAt: number | undefined
  /** Whether each end of that moment was seen or told. */
  isEndKnown: boolean
  wrapUpUntil: number | undefined
  /** End of his last session or of his wrap-up. */
  freeSince: number | undefined
  away: Activity['away']
  backAt: number | undefined
  seenOn: number | undefined
}

function latestOf(agent: AgentSettings, context: AgentContext): Latest {
  const latest: Latest = {
    endedAt: undefined,
    isEndKnown: true,
    wrapUpUntil: undefined,
    freeSince: undefined,
    away: undefined,
    backAt: undefined,
    seenOn: undefined,
  }
  for (const extension of agent.extensions) {
    const activity = context.activity(extension)
    if (activity !== undefined) takeLatest(latest, activity)
  }
  return latest
}

function takeLatest(latest: Latest, activity: Activity): void {
  const { endedAt, wrapUp, away } = activity
  if (endedAt === latest.endedAt) latest.isEndKnown &&= activity.isEndKnown
  else if (isLater(endedAt, latest.endedAt)) latest.isEndKnown = activity.isEndKnown
  latest.endedAt = larger(latest.endedAt, endedAt)
  latest.wrapUpUntil = larger(latest.wrapUpUntil, wrapUp?.until)
  latest.freeSince = larger(latest.freeSince, larger(endedAt, wrapUp?.until))
  latest.backAt = larger(latest.backAt, activity.backAt)
  latest.seenOn = larger(latest.seenOn, activity.seenOn)
  if (isLater(away?.since, latest.away?.since)) latest.away = away
}

function isLater(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && (other === undefined || one > other)
}
