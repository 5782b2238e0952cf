import type { AgentStatus } from './agentState.ts'
import { createAgentStates } from './agentStates.ts'
import type { Call } from './call.ts'
import type { CallRecord } from './callRecord.ts'
import { createCallRegister } from './callRegister.ts'
import { createCounts } from './counts.ts'
import { createCoverage } from './coverage.ts'
import { createDirectory } from './directory.ts'
import { createFiling } from './filing.ts'
import { createFigureReader, waitingIn } from './figureReader.ts'
import type { FigureReader } from './figures.ts'
import { createJournal } from './journal.ts'
import { createOccupancyBook } from './occupancy.ts'
import type { Recalled } from './recall.ts'
import { createRoles } from './roles.ts'
import type { Roles } from './roles.ts'
import type { CentreEvent, DirectoryEntry } from './sessionEvent.ts'
import type { AgentSettings, CentreSettings, TeamSettings } from './settings.ts'
import { createSight } from './sight.ts'
import { createSiteDay } from './siteDay.ts'
import type { Stretch } from './stretch.ts'
import { createTeams } from './teams.ts'
import { createUnseenEnds } from './unseenEnds.ts'
import type { Visit } from './visit.ts'
import { createZone } from './zone.ts'
import type { Zone } from './zone.ts'

/**
 * The call centre as the events told so far: sessions, calls, visits, agents. It has no clock: time enters with the
 * events and with `advance`, so the same events give the same answers in a test, a replay or on a wall. What it hands
 * out is never mutated; a changed thing is a new object.
 */
export interface Centre extends FigureReader {
  readonly roles: Roles
  readonly zone: Zone
  apply(event: CentreEvent): void
  /** Takes a time gone by as it is told again; before it is told of the present. */
  recall(news: Recalled): void
  /** Lets everything happen that falls due until `now`, epoch ms: ends of wrap-ups, outcomes, the next day. */
  advance(now: number): void
  /** The teams of the settings; without any, one team of all people whom the PBX lists. */
  teams(): readonly TeamSettings[]
  /** Makes a team known that is not in the settings (an ad-hoc wall), in the place of one with the same id. */
  watch(team: TeamSettings): void
  /** The visits of `queue:ID`, `team:ID` or `all` that have no outcome yet, longest wait first. */
  waiting(scope: string): readonly Visit[]
  visitsOf(callId: string): readonly Visit[]
  agent(agent: AgentSettings): AgentStatus
  /** Calls that are alive or ended within the last ten minutes, in the order in which they began. */
  calls(): Iterable<Call>
  /** Those of them that are alive or ended within the last 5 s. */
  news(): Iterable<Call>
  call(id: string): Call | undefined
  nameOf(extension: string): string
  directory(): readonly DirectoryEntry[]
  /** One of `calls()` in a form that can be stored and told to another centre. */
  recordOf(call: Call): CallRecord
  /** The stretches in which nothing was missed until now. */
  covered(): readonly Stretch[]
  /** Since when nothing was missed, epoch ms; `undefined` while we are not connected. */
  coveredSince(): number | undefined
  /** Start of the site's present day, epoch ms. */
  dayStart(): number
  /** Grows with every change, so that a screen knows whether to look again. */
  readonly version: number
}

export function createCentre(settings: CentreSettings, startsAt: number): Centre {
  const zone = createZone(settings.timeZone)
  const roles = createRoles(settings)
  const counts = createCounts(settings, roles, zone)
  const teams = createTeams(settings.teams)
  const coverage = createCoverage()
  const occupancy = createOccupancyBook()
  const day = createSiteDay(zone, settings.dayStartsAtMinutes, startsAt)
  const directory = createDirectory()
  let now = startsAt
  let version = 0
  for (const team of teams.all()) counts.learnTeam(team, false, now, [])

  const touchAll = (): void => {
    version++
    states.touchAll()
  }

  /** The present moment is over: what changed in it is counted as it is now. */
  const settle = (): void => {
    register.settle(now)
    states.settle(now)
  }

  const comeTo = (at: number): void => {
    if (at <= now) return
    settle()
    now = at
    const yesterday = day.start()
    if (!day.advance(now)) return
    counts.dropBefore(yesterday)
    coverage.dropBefore(yesterday)
    occupancy.beginDay(day.start())
    touchAll()
  }

  const register = createCallRegister({
    ...{ roles, counts, wrapUpMs: settings.wrapUpMs },
    dayStart: () => day.start(),
    onTime: comeTo,
    onSession(extensions) {
      version++
      states.touchInSession(extensions)
    },
    onDue(extensions) {
      version++
      if (extensions === undefined) states.touchAll()
      else states.touch(extensions)
    },
  })
  const { book } = register
  const journal = createJournal((id) => book.storyOf(id))

  const filing = createFiling({ register, journal, now: () => now })

  const sight = createSight({
    ...{ book, filing, coverage, now: () => now, onChange: touchAll },
    wake: (at) => register.wake(at),
  })

  const unseen = createUnseenEnds({ book, filing, coverage, now: () => now, onMiss: touchAll })

  const learnTeam = (team: TeamSettings, isAdHoc: boolean): void => {
    settle()
    counts.learnTeam(team, isAdHoc, now, register.visits())
  }

  const applyDirectory = (entries: readonly DirectoryEntry[]): void => {
    directory.learn(entries)
    const extensions = directory.extensions()
    roles.learnDirectory(extensions)
    const everyone = teams.learnPeople(extensions.filter((id) => roles.of(id) === 'person'))
    if (everyone !== undefined) {
      learnTeam(everyone, false)
      states.learnTeams()
    }
    register.reread(now)
    touchAll()
  }

  const advance = (to: number): void => {
    if (to > now) settle()
    while (register.doNext(to)) settle()
    comeTo(to)
  }

  const watch = (team: TeamSettings): void => {
    if (!teams.watch(team)) return
    learnTeam(team, true)
    states.learnTeams()
    register.reread(now)
    states.touch(team.agents.flatMap(({ extensions }) => extensions))
    version++
  }

  const states = createAgentStates({
    ...{ teams, roles, occupancy, directory, sight, activities: counts.activities },
    session: (id) => book.session(id),
    callOfSession: (id) => book.callOfSession(id),
    activity: (extension) => counts.activities.get(extension),
    dayStart: () => day.start(),
    hasNotSeen: settings.presence.notSeen,
  })

  const figures = createFigureReader({
    ...{ settings, zone, counts, occupancy, coverage, settle },
    now: () => now,
    dayStart: () => day.start(),
    agent: (agent) => states.read(agent),
    agentsOf: (scope) => teams.agents(scope),
    live: (extension) =>
      [...(counts.activities.get(extension)?.live ?? [])].flatMap((id) => book.session(id) ?? []),
  })

  const self: Centre = {
    ...figures,
    ...{ roles, zone, advance, watch },
    teams: () => teams.all(),
    apply(event) {
      advance(event.at)
      switch (event.type) {
        case 'snapshot':
          sight.look(event)
          break
        case 'directory':
          applyDirectory(event.entries)
          break
        case 'lost':
          sight.close(event.at)
          break
        case 'gone':
          for (const { id, lastSeenAt } of event.sessions) unseen.lose(id, lastSeenAt)
          break
        case 'missed':
          sight.miss(event.since, event.at)
          break
        case 'opened':
        case 'changed':
        case 'closed':
          filing.hear(event)
      }
    },
    recall(news) {
      advance(news.at)
      if (news.type === 'step') unseen.tellAgain(news)
      else if (news.type === 'counted') coverage.count(news.at, news.to)
      else if (news.type === 'covered') sight.open(news.at)
      else sight.close(news.at)
      version++
    },
    agent: (agent) => states.read(agent),
    waiting(scope) {
      settle()
      return waitingIn(counts, scope)
    },
    visitsOf(callId) {
      settle()
      return book.entry(callId)?.counted.visits ?? []
    },
    calls: () => book.all(),
    news: () => register.news(now),
    call: (id) => book.get(id),
    nameOf: (extension) => directory.nameOf(extension),
    directory: () => directory.entries(),
    recordOf: (call) => journal.recordOf(call, roles),
    coveredSince: () => coverage.since(),
    covered: () => coverage.covered(now),
    dayStart: () => day.start(),
    get version() {
      return version
    },
  }
  return self
}
