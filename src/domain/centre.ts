import { createActivityBook } from './activityBook.ts'
import { isSameStatus, readAgent } from './agent.ts'
import type { AgentContext } from './agent.ts'
import type { AgentStatus } from './agentState.ts'
import { callEndedAt } from './call.ts'
import type { Call } from './call.ts'
import { createCallBook } from './callBook.ts'
import { createDues } from './dues.ts'
import { readVisits } from './readVisits.ts'
import { createRoles } from './roles.ts'
import type { Roles } from './roles.ts'
import { applySessionEvent, loseSession, sessionFromEvent, sessionFromSnapshot } from './session.ts'
import type { Session } from './session.ts'
import type {
  CentreEvent,
  DirectoryEntry,
  SessionEvent,
  SessionFacts,
  SnapshotEvent,
} from './sessionEvent.ts'
import { isFinal } from './sessionState.ts'
import type { AgentSettings, CentreSettings, TeamSettings } from './settings.ts'
import { createSiteDay } from './siteDay.ts'
import { createVisitBook } from './visitBook.ts'
import type { VisitBook } from './visitBook.ts'
import { createZone } from './zone.ts'
import type { Zone } from './zone.ts'

/** How long after its end a call is kept, so that late events and follow-ups still find it, ms. */
const keepEndedMs = 10 * 60_000
/** How long after a loss of connection a tile keeps its last state, ms; DESIGN 2.5. */
const keepStateMs = 5 * 60_000

/**
 * The call centre as the events told so far: sessions, calls, visits, agents. It has no clock: time enters with the
 * events and with `advance`, so the same events give the same answers in a test, a replay or on a wall. What it hands
 * out is never mutated; a changed thing is a new object.
 */
export interface Centre {
  readonly roles: Roles
  readonly zone: Zone
  readonly visits: VisitBook
  apply(event: CentreEvent): void
  /** Lets everything happen that falls due until `now`, epoch ms: ends of wrap-ups, outcomes, the next day. */
  advance(now: number): void
  /** Makes a team known that is not in the settings (an ad-hoc wall), in the place of one with the same id. */
  watch(team: TeamSettings): void
  agent(agent: AgentSettings): AgentStatus
  /** Calls that are alive or ended within the last ten minutes, in the order in which they began. */
  calls(): Iterable<Call>
  nameOf(extension: string): string
  directory(): readonly DirectoryEntry[]
  /** Since when nothing was missed, epoch ms; `undefined` while we are not connected. */
  coveredSince(): number | undefined
  /** Start of the site's present day, epoch ms. */
  dayStart(): number
  /** Grows with every change, so that a screen knows whether to look again. */
  readonly version: number
}

type Due =
  { readonly type: 'settle' | 'forget'; readonly callId: string } | { readonly type: 'wake' }

/** Masters before those that name them, so that a Call gets the id of its first session. */
function inOrder(sessions: readonly SessionFacts[]): readonly SessionFacts[] {
  const isFirst = ({ id, masterId }: SessionFacts): boolean => masterId === '' || masterId === id
  return [...sessions.filter(isFirst), ...sessions.filter((session) => !isFirst(session))]
}

export function createCentre(settings: CentreSettings, startsAt: number): Centre {
  const zone = createZone(settings.timeZone)
  const roles = createRoles(settings)
  const book = createCallBook(roles)
  const visits = createVisitBook(settings, zone)
  const activities = createActivityBook(settings, roles)
  const dues = createDues<Due>()
  const statuses = new WeakMap<AgentSettings, { version: number; status: AgentStatus }>()
  const teams = new Map(settings.teams.map((team) => [team.id, team]))
  let directory = new Map<string, DirectoryEntry>()
  let now = startsAt
  const day = createSiteDay(zone, settings.dayStartsAtMinutes, startsAt)
  let isKnown = false
  let lostAt: number | undefined
  let coveredSince: number | undefined
  let version = 0
  const rules = {
    roles,
    teamsWithoutQueues: settings.teams.filter(({ queues }) => queues.length === 0),
    shortAbandonMs: settings.serviceLevel.shortAbandonMs,
  }

  const readCall = (call: Call, at: number): void => {
    const read = readVisits(call, rules, at)
    visits.replace(call.id, read)
    for (const { settlesAt } of read) {
      if (settlesAt !== undefined) dues.add(settlesAt, { type: 'settle', callId: call.id })
    }
    const endedAt = callEndedAt(call)
    if (endedAt !== undefined) dues.add(endedAt + keepEndedMs, { type: 'forget', callId: call.id })
  }

  const file = (former: Session | undefined, session: Session, hasMoved: boolean): void => {
    if (session === former) return
    version++
    const { call, merged, reduced } = book.file(session, hasMoved)
    if (merged !== undefined) visits.replace(merged.id, [])
    if (reduced !== undefined) readCall(reduced, now)
    const { wrapUpUntil } = activities.note(former, session, day.start())
    if (wrapUpUntil !== undefined) dues.add(wrapUpUntil, { type: 'wake' })
    readCall(call, now)
  }

  const applySession = (event: SessionEvent): void => {
    const former = book.session(event.session.id)
    if (former === undefined) {
      // What tells of an end only is the echo of a session that was forgotten.
      const isEcho = event.type !== 'opened' && isFinal(event.session.state ?? 'Created')
      if (event.type === 'closed' || isEcho) return
      const session = sessionFromEvent(event)
      // A PBX of few words calls set-up ringing too: no second word will come before the answer.
      const rings = session.legs[0].rangAt !== undefined
      file(undefined, session, event.type === 'changed' || rings)
      return
    }
    const session = applySessionEvent(former, event)
    file(former, session, session.state !== former.state)
  }

  /** Sessions that are not in the snapshot ended while nobody looked. */
  const applySnapshot = (event: SnapshotEvent): void => {
    const alive = new Set(event.sessions.map(({ id }) => id))
    for (const call of [...book.all()]) {
      for (const session of call.sessions) {
        if (!alive.has(session.id)) file(session, loseSession(session, lostAt ?? event.at), false)
      }
    }
    for (const facts of inOrder(event.sessions)) {
      if (facts.state !== undefined && isFinal(facts.state)) continue
      const former = book.session(facts.id)
      if (former === undefined) file(undefined, sessionFromSnapshot(facts, event.at), false)
      else applySession({ type: 'changed', at: event.at, session: facts })
    }
    if (!isKnown || lostAt !== undefined) coveredSince = event.at
    isKnown = true
    lostAt = undefined
    version++
  }

  const applyDirectory = (entries: readonly DirectoryEntry[]): void => {
    directory = new Map(entries.map((entry) => [entry.extension, entry]))
    roles.learnDirectory(directory.keys())
    for (const call of book.all()) {
      for (const session of call.sessions) {
        if (session.endedAt === undefined) activities.note(undefined, session, day.start())
      }
      readCall(call, now)
    }
    version++
  }

  const happen = (due: Due, at: number): void => {
    version++
    if (due.type === 'wake') return
    const call = book.get(due.callId)
    if (call === undefined) return
    if (due.type === 'settle') {
      readCall(call, at)
      return
    }
    const endedAt = callEndedAt(call)
    if (endedAt === undefined || endedAt + keepEndedMs > at) return
    book.forget(call.id)
    visits.forget(call.id)
  }

  const rollOver = (): void => {
    const yesterday = day.start()
    if (!day.advance(now)) return
    visits.dropBefore(yesterday)
    version++
  }

  const advance = (to: number): void => {
    for (let due = dues.take(to); due !== undefined; due = dues.take(to)) {
      now = Math.max(now, due.at)
      rollOver()
      happen(due.item, now)
    }
    now = Math.max(now, to)
    rollOver()
  }

  const watch = (team: TeamSettings): void => {
    if (teams.get(team.id) === team) return
    teams.set(team.id, team)
    roles.learnTeam(team)
    rules.teamsWithoutQueues = [...teams.values()].filter(({ queues }) => queues.length === 0)
    for (const call of book.all()) readCall(call, now)
    version++
  }

  const context: AgentContext = {
    roles,
    session: (id) => book.session(id),
    callOfSession: (id) => book.callOfSession(id),
    activity: (extension) => activities.get(extension),
    nameOf: (id) => directory.get(id)?.name ?? '',
    isOffline: (extension) => directory.get(extension)?.online === false,
    get isKnown() {
      return isKnown && (lostAt === undefined || now - lostAt < keepStateMs)
    },
    get dayStart() {
      return day.start()
    },
    get now() {
      return now
    },
    hasNotSeen: settings.presence.notSeen,
  }

  return {
    roles,
    zone,
    visits,
    advance,
    watch,
    apply(event) {
      advance(event.at)
      switch (event.type) {
        case 'snapshot':
          applySnapshot(event)
          break
        case 'directory':
          applyDirectory(event.entries)
          break
        case 'lost':
          lostAt ??= event.at
          dues.add(event.at + keepStateMs, { type: 'wake' })
          version++
          break
        case 'opened':
        case 'changed':
        case 'closed':
          applySession(event)
      }
    },
    agent(agent) {
      const known = statuses.get(agent)
      if (known?.version === version) return known.status
      const fresh = readAgent(agent, context)
      const status = known && isSameStatus(known.status, fresh) ? known.status : fresh
      statuses.set(agent, { version, status })
      return status
    },
    calls: () => book.all(),
    nameOf: (extension) => directory.get(extension)?.name ?? '',
    directory: () => [...directory.values()],
    coveredSince: () => (lostAt === undefined ? coveredSince : undefined),
    dayStart: () => day.start(),
    get version() {
      return version
    },
  }
}
