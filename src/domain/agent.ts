import type { AgentState, AgentStatus, Party } from './agentState.ts'
import { directionOf, outsideParty } from './call.ts'
import type { Call } from './call.ts'
import { isWithheld } from './party.ts'
import { isMachine } from './roles.ts'
import type { Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import type { AgentSettings } from './settings.ts'
import { phaseOf } from './sessionState.ts'
import type { WrapUp } from './wrapUp.ts'

/** What an extension did, as far as its tile needs to know. Times are epoch ms. */
export interface Activity {
  /** Its sessions that are alive, in the order in which they were first heard of. */
  readonly live: ReadonlySet<string>
  /** Start of the site's day in which it last had a session. */
  readonly seenOn: number | undefined
  readonly endedAt: number | undefined
  /** Whether it was seen or told when its last session ended. */
  readonly isEndKnown: boolean
  /** The latest, over or not. */
  readonly wrapUp: WrapUp | undefined
  /** When it last dialled a presence code for going away, and when one for coming back. */
  readonly away: { readonly since: number; readonly reason: string } | undefined
  readonly backAt: number | undefined
}

/** What the world around an agent looks like when his state is read. */
export interface AgentContext {
  readonly roles: Roles
  session(id: string): Session | undefined
  callOfSession(id: string): Call | undefined
  activity(extension: string): Activity | undefined
  /** The directory's name of a party, empty when it has none. */
  nameOf(id: string): string
  isOffline(extension: string): boolean
  /** Whether a snapshot was ever taken. */
  readonly isKnown: boolean
  /** Whether the connection was lost so long ago that no tile keeps its last state. */
  readonly isLongLost: boolean
  readonly dayStart: number
  /** Until when anything is known, epoch ms: now, or when the connection was lost. */
  readonly knownUntil: number
  /** Since when nothing was missed until then, epoch ms. */
  readonly wholeSince: number
  readonly hasNotSeen: boolean
}

type LiveState = 'talking' | 'hold' | 'ringing' | 'dialing'
const ranks: Readonly<Record<LiveState, number>> = { talking: 4, hold: 3, ringing: 2, dialing: 1 }

interface Candidate {
  readonly session: Session
  readonly state: LiveState
  readonly isCaller: boolean
}

/** The agent's state at `context.knownUntil`; DESIGN 2.5. */
export function readAgent(agent: AgentSettings, context: AgentContext): AgentStatus {
  const candidates = context.isLongLost ? [] : candidatesOf(agent, context)
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (best === undefined || ranks[candidate.state] >= ranks[best.state]) best = candidate
  }
  const name = agent.name === '' ? context.nameOf(agent.id) : agent.name
  const base = { id: agent.id, name, extensions: agent.extensions, until: undefined, reason: '' }
  return best === undefined
    ? { ...base, ...idleState(agent, context) }
    : { ...base, ...busyState(best, candidates, context) }
}

function candidatesOf(agent: AgentSettings, context: AgentContext): readonly Candidate[] {
  const found: Candidate[] = []
  for (const extension of agent.extensions) {
    for (const id of context.activity(extension)?.live ?? []) {
      const session = context.session(id)
      if (session !== undefined) found.push(candidateOf(session, extension, context.roles))
    }
  }
  return found.sort((one, other) => one.session.firstSeenAt - other.session.firstSeenAt)
}

function candidateOf(session: Session, extension: string, roles: Roles): Candidate {
  const leg = currentLeg(session)
  const isCaller = leg.callee !== extension
  const talksToMachine = isCaller && isMachine(leg.callee, roles)
  return { session, isCaller, state: liveStateOf(session, isCaller, talksToMachine) }
}

function liveStateOf(session: Session, isCaller: boolean, talksToMachine: boolean): LiveState {
  if (talksToMachine) return 'dialing'
  switch (phaseOf(session.state)) {
    case 'hold':
      return 'hold'
    case 'talk':
      return 'talking'
    case 'setup':
    case 'over':
      return isCaller ? 'dialing' : 'ringing'
  }
}

type StateFacts = Omit<AgentStatus, 'id' | 'name' | 'extensions' | 'until' | 'reason'> &
  Partial<Pick<AgentStatus, 'until' | 'reason'>>

function busyState(
  best: Candidate,
  candidates: readonly Candidate[],
  context: AgentContext,
): StateFacts {
  const { session, state, isCaller } = best
  const leg = currentLeg(session)
  const call = context.callOfSession(session.id)
  const otherOf = (candidate: Candidate): string => otherIdOf(candidate, context)
  const hasOutside = candidates.some(
    (candidate) => context.roles.of(otherOf(candidate)) === 'outside',
  )
  const isWaiting = state === 'dialing' || state === 'ringing'
  return {
    state,
    since: isWaiting && session.isStartKnown ? leg.since : session.phaseSince,
    other: otherParty(otherOf(best), isCaller ? session.calleeName : session.callerName, context),
    direction: call === undefined ? undefined : directionOf(call, context.roles),
    isInternal: !hasOutside,
  }
}

/** Who is at the other end: behind a queue or a service that rings the agent, the outside party of the Call. */
function otherIdOf({ session, isCaller }: Candidate, context: AgentContext): string {
  const leg = currentLeg(session)
  const id = isCaller ? leg.callee : leg.caller
  const role = context.roles.of(id)
  if (isCaller || role === 'outside' || role === 'person') return id
  const first = context.callOfSession(session.id)?.sessions[0]
  return (first && outsideParty(first, context.roles)) ?? id
}

function otherParty(id: string, told: string, context: AgentContext): Party {
  const isOutside = context.roles.of(id) === 'outside'
  const known = isOutside ? '' : context.nameOf(id)
  const name = known === '' ? told : known
  return { id: isWithheld(id) ? '' : id, name: name === id ? '' : name, isOutside }
}

function idleState(agent: AgentSettings, context: AgentContext): StateFacts {
  const activities = agent.extensions.map((extension) => context.activity(extension))
  const latest = (pick: PickTime): number | undefined => latestOf(activities, pick)
  const idle = (state: AgentState, since: number | undefined): StateFacts => ({
    state,
    since,
    other: undefined,
    direction: undefined,
    isInternal: false,
  })
  if (context.isLongLost) return idle('unknown', undefined)
  const endedAt = latest((activity) => activity.endedAt)
  const wrapUpUntil = latest((activity) => activity.wrapUp?.until)
  if (wrapUpUntil !== undefined && wrapUpUntil > context.knownUntil) {
    return { ...idle('wrapup', endedAt), until: wrapUpUntil }
  }
  if (!context.isKnown) return idle('unknown', undefined)
  if (agent.extensions.every((extension) => context.isOffline(extension))) {
    return idle('offline', undefined)
  }
  const sure = (since: number | undefined): number | undefined =>
    since !== undefined && since >= context.wholeSince ? since : undefined
  const away = awayOf(activities)
  if (away !== undefined) return { ...idle('away', sure(away.since)), reason: away.reason }
  const seenOn = latest((activity) => activity.seenOn)
  const isSeen = seenOn !== undefined && seenOn >= context.dayStart
  if (!isSeen && context.hasNotSeen) return idle('notSeen', undefined)
  const isEndKnown = activities.every((each) => each?.endedAt !== endedAt || each?.isEndKnown)
  return idle('available', isEndKnown ? sure(latest(freeSince)) : undefined)
}

type PickTime = (activity: Activity) => number | undefined

function latestOf(
  activities: readonly (Activity | undefined)[],
  pick: PickTime,
): number | undefined {
  return activities.reduce<number | undefined>((best, activity) => {
    const value = activity === undefined ? undefined : pick(activity)
    return value !== undefined && (best === undefined || value > best) ? value : best
  }, undefined)
}

/** The absence that no extension of the agent has ended since. */
function awayOf(activities: readonly (Activity | undefined)[]): Activity['away'] {
  const since = latestOf(activities, (activity) => activity.away?.since)
  const backAt = latestOf(activities, (activity) => activity.backAt) ?? -Infinity
  if (since === undefined || since <= backAt) return undefined
  return activities.find((activity) => activity?.away?.since === since)?.away
}

function freeSince(activity: Activity): number | undefined {
  const { endedAt, wrapUp } = activity
  return wrapUp === undefined ? endedAt : Math.max(endedAt ?? 0, wrapUp.until)
}

/** Whether two readings of one agent show the same, so that a tile need not change. */
export function isSameStatus(one: AgentStatus, other: AgentStatus): boolean {
  const isSameParty = one.other?.id === other.other?.id && one.other?.name === other.other?.name
  return isSameParty && compared.every((key) => one[key] === other[key])
}

const compared = [
  'state',
  'since',
  'name',
  'until',
  'reason',
  'direction',
  'isInternal',
] as const satisfies readonly (keyof AgentStatus)[]
