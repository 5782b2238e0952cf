import type { Privacy } from '../../contract/mask.ts'
import { maskNumber } from '../../contract/mask.ts'
import type { AgentState, AgentStatus, Party } from '../../domain/agentState.ts'
import { callEndedAt, directionOf, newestSession, partiesOf } from '../../domain/call.ts'
import type { Call } from '../../domain/call.ts'
import type { Centre } from '../../domain/centre.ts'
import type { CentreSettings, TeamSettings } from '../../domain/settings.ts'
import { serviceLevel } from '../../domain/tally.ts'
import { queueScope, teamScope } from '../../domain/visit.ts'
import type { PopupView, VolumeRow, WaitingView } from '../components/views.ts'

/** How long a popup stays after its Call has ended, ms. */
const farewellMs = 4_000

/** Where the visits of a team are counted: at its queues, or at the team itself when it has none. */
export function scopesOf(teams: readonly TeamSettings[]): readonly string[] {
  const scopes = teams.flatMap((team) =>
    team.queues.length > 0 ? team.queues.map(queueScope) : [teamScope(team.id)],
  )
  return [...new Set(scopes)]
}

const worstFirst: readonly AgentState[] = [
  'hold',
  'ringing',
  'talking',
  'dialing',
  'wrapup',
  'available',
  'away',
  'unknown',
  'offline',
  'notSeen',
]

/** The agents in the order of their tiles: by state, the longest in it first; or by name. */
export function sortAgents(
  agents: readonly AgentStatus[],
  by: 'state' | 'name',
  locale: string,
): readonly AgentStatus[] {
  const names = new Intl.Collator(locale, { numeric: true })
  const nameOf = ({ name, id }: AgentStatus): string => (name === '' ? id : name)
  return [...agents].sort((one, other) => {
    const rank = worstFirst.indexOf(one.state) - worstFirst.indexOf(other.state)
    const since = (one.since ?? Infinity) - (other.since ?? Infinity)
    const inState = rank !== 0 ? rank : since
    const first = by === 'state' && !Number.isNaN(inState) ? inState : 0
    return first !== 0 ? first : names.compare(nameOf(one), nameOf(other))
  })
}

/** The Calls to announce, newest first: those of the team that moved before our eyes and are not long over. */
export function popupsOf(
  centre: Centre,
  members: ReadonlySet<string>,
  dismissed: ReadonlySet<string>,
  now: number,
): readonly PopupView[] {
  const popups: PopupView[] = []
  for (const call of centre.calls()) {
    if (!call.hasMoved || call.sessions[0].isFromSnapshot || dismissed.has(call.id)) continue
    const endedAt = callEndedAt(call)
    if (endedAt !== undefined && now - endedAt >= farewellMs) continue
    if (isOfTeam(call, members)) popups.push(popupOf(call, centre))
  }
  return popups.reverse()
}

/** Every extension and queue of the teams. */
export function membersOf(teams: readonly TeamSettings[]): ReadonlySet<string> {
  return new Set(
    teams.flatMap(({ queues, agents }) => [
      ...queues,
      ...agents.flatMap(({ extensions }) => extensions),
    ]),
  )
}

function isOfTeam(call: Call, members: ReadonlySet<string>): boolean {
  return call.sessions.some(({ legs }) =>
    legs.some(({ caller, callee }) => members.has(caller) || members.has(callee)),
  )
}

function popupOf(call: Call, centre: Centre): PopupView {
  const newest = newestSession(call)
  const { caller, callee } = partiesOf(call, centre.roles)
  const named = (party: Party): Party => {
    const name = party.isOutside ? '' : centre.nameOf(party.id)
    return name === '' ? party : { ...party, name }
  }
  return {
    callId: call.id,
    sessionId: newest.id,
    state: newest.state,
    direction: directionOf(call, centre.roles),
    caller: named(caller),
    callee: named(callee),
  }
}

/** Who waits in the scopes, longest first. */
export function waitingOf(
  centre: Centre,
  scopes: readonly string[],
  calls: ReadonlyMap<string, Call>,
): readonly WaitingView[] {
  return centre.visits.waiting(scopes).flatMap((visit) => {
    const call = calls.get(visit.callId)
    if (call === undefined || !visit.isInGauge) return []
    const queue = visit.scope.replace(/^queue:/, '')
    const name = centre.nameOf(queue)
    const { caller } = partiesOf(call, centre.roles)
    return [{ callId: call.id, caller, queue: name === '' ? queue : name, since: visit.arrivedAt }]
  })
}

/** The intervals of the site's day up to `now`, empty ones too. */
export function volumeOf(
  centre: Centre,
  scopes: readonly string[],
  settings: CentreSettings,
  now: number,
): readonly VolumeRow[] {
  const intervals = centre.visits.intervals(scopes, centre.dayStart(), now)
  const lastStart = intervals[intervals.length - 1]?.start
  return intervals.map(({ start, tally, waitingLonger }) => {
    const interval = centre.zone.toIso(start)
    return {
      interval,
      label: interval.slice(11, 16),
      offered: tally.offered,
      answered: tally.answered,
      abandoned: tally.abandoned,
      serviceLevel: serviceLevel(tally, waitingLonger, settings.serviceLevel.formula),
      isOpen: start === lastStart,
    }
  })
}

/** Whether two readings of the volume draw the same chart. */
export function isSameVolume(one: readonly VolumeRow[], other: readonly VolumeRow[]): boolean {
  return one.length === other.length && one.every((row, index) => isSameRow(row, other[index]))
}

function isSameRow(one: VolumeRow, other: VolumeRow | undefined): boolean {
  if (other === undefined || one.interval !== other.interval || one.isOpen !== other.isOpen) {
    return false
  }
  return series.every((name) => one[name] === other[name])
}

const series = ['offered', 'answered', 'abandoned', 'serviceLevel'] as const

/** A party as this wall may show it: its name, else its number; never more of an outside number than the mask lets through. */
export function labelOf(party: Party, privacy: Privacy, withheld: string): string {
  const number = party.isOutside ? maskNumber(party.id, privacy.mask) : party.id
  const mayName = !party.isOutside || privacy.showsNames
  const name = mayName ? party.name : ''
  if (name === '') return number === '' ? withheld : number
  return number === '' ? name : `${name} ${number}`
}

/** The same where room is short: the name alone, or the number. */
export function shortLabelOf(party: Party, privacy: Privacy, withheld: string): string {
  const isNamed = party.name !== '' && (!party.isOutside || privacy.showsNames)
  return labelOf(isNamed ? { ...party, id: '' } : party, privacy, withheld)
}
