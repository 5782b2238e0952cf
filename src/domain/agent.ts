import type { AgentState, AgentStatus, Party } from './agentState.ts'
import { directionOf, outsideParty } from './call.ts'
import type { Call } from './call.ts'
import { larger } from './maximum.ts'
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
  const candidates = context.isLongLost ? none : candidatesOf(agent, context)
  let best: Candidate | undefined
  for (const candidate of candidates) {
    if (best === undefined || ranks[candidate.state] >= ranks[best.state]) best = candidate
  }
  const facts =
    best === undefined ? idleState(agent, context) : busyState(best, candidates, context)
  const { id, name, extensions } = agent
  return { id, name: name === '' ? context.nameOf(id) : name, extensions, ...facts }
}

const none: readonly Candidate[] = []

function candidatesOf(agent: AgentSettings, context: AgentContext): readonly Candidate[] {
  const found: Candidate[] = []
  for (const extension of agent.extensions) {
    const live = context.activity(extension)?.live
    if (live === undefined) continue
    for (const id of live) {
      const session = context.session(id)
      if (session !== undefined) found.push(candidateOf(session, extension, context.roles))
    }
  }
  if (found.length < 2) return found
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

type StateFacts = Omit<AgentStatus, 'id' | 'name' | 'extensions'>

function busyState(
  best: Candidate,
  candidates: readonly Candidate[],
  context: AgentContext,
): StateFacts {
  const { session, state, isCaller } = best
  const leg = currentLeg(session)
  const call = context.callOfSession(session.id)
  const isOutside = (candidate: Candidate): boolean =>
    context.roles.of(otherIdOf(candidate, context)) === 'outside'
  const isWaiting = state === 'dialing' || state === 'ringing'
  return {
    state,
    since: isWaiting && session.isStartKnown ? leg.since : session.phaseSince,
    other: otherParty(
      otherIdOf(best, context),
      isCaller ? session.calleeName : session.callerName,
      context,
    ),
    direction: call === undefined ? undefined : directionOf(call, context.roles),
    isInternal: !candidates.some(isOutside),
    until: undefined,
    reason: '',
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

function idleState(agent: AgentSettings, context: AgentContext): StateFacts {
  if (context.isLongLost) return idle('unknown', undefined)
  const latest = latestOf(agent, context)
  if (latest.wrapUpUntil !== undefined && latest.wrapUpUntil > context.knownUntil) {
    return { ...idle('wrapup', latest.endedAt), until: latest.wrapUpUntil }
  }
  if (!context.isKnown) return idle('unknown', undefined)
  if (agent.extensions.every((extension) => context.isOffline(extension))) {
    return idle('offline', undefined)
  }
  const sure = (since: number | undefined): number | undefined =>
    since !== undefined && since >= context.wholeSince ? since : undefined
  const { away, seenOn } = latest
  if (away !== undefined && isLater(away.since, latest.backAt)) {
    return { ...idle('away', sure(away.since)), reason: away.reason }
  }
  const isSeen = seenOn !== undefined && seenOn >= context.dayStart
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

/** Whether two readings of one agent show the same, so that a tile need not change. */
export function isSameStatus(one: AgentStatus, other: AgentStatus): boolean {
  return (
    one.state === other.state &&
    one.since === other.since &&
    one.name === other.name &&
    one.until === other.until &&
    one.reason === other.reason &&
    one.direction === other.direction &&
    one.isInternal === other.isInternal &&
    isSameParty(one.other, other.other)
  )
}

function isSameParty(one: Party | undefined, other: Party | undefined): boolean {
  return one === other || (one?.id === other?.id && one?.name === other?.name)
}
