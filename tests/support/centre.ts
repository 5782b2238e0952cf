import { createCentre } from '../../src/domain/centre.ts'
import type { Centre } from '../../src/domain/centre.ts'
import type { SessionFacts } from '../../src/domain/sessionEvent.ts'
import type { AgentSettings, CentreSettings, TeamSettings } from '../../src/domain/settings.ts'
import type { SessionState } from '../../src/domain/sessionState.ts'
import { everyTeamScope } from '../../src/domain/visit.ts'
import type { Visit } from '../../src/domain/visit.ts'

/** 4 October 1999 00:00 in Jerusalem; UTC+2 since the clocks went back in September. */
export const midnight = Date.UTC(1999, 9, 3, 22)

export function seat(extension: string, name = ''): AgentSettings {
  return { id: extension, name, extensions: [extension] }
}

export const support: TeamSettings = {
  id: 'support',
  name: 'Support',
  queues: ['5000'],
  agents: [seat('1001', 'Ana'), seat('1002', 'Ben'), seat('1003', 'Cleo')],
}

export const sales: TeamSettings = {
  id: 'sales',
  name: 'Sales',
  queues: ['5001'],
  agents: [seat('1010', 'Dev')],
}

export const desk: TeamSettings = {
  id: 'desk',
  name: 'Front desk',
  queues: [],
  agents: [seat('1020', 'Eva'), seat('1021', 'Finn')],
}

export function settings(changes: Partial<CentreSettings> = {}): CentreSettings {
  return {
    timeZone: 'Asia/Jerusalem',
    dayStartsAtMinutes: 0,
    services: ['900'],
    teams: [support, sales, desk],
    serviceLevel: { answerWithinMs: 20_000, shortAbandonMs: 5_000, formula: 'offered' },
    wrapUpMs: 0,
    presence: { away: { '*45': 'lunch' }, back: ['*46'], notSeen: true },
    ...changes,
  }
}

export function facts(id: string, changes: Partial<SessionFacts> = {}): SessionFacts {
  return {
    id,
    masterId: id,
    state: 'Setup',
    caller: '',
    callee: '',
    callerName: '',
    calleeName: '',
    dialed: '',
    direction: undefined,
    startedAt: undefined,
    ...changes,
  }
}

/** Tells a story to a centre, in seconds after midnight. */
export interface Story {
  readonly centre: Centre
  /** A session opens between two parties and takes the states named, all at `second`. */
  open(
    second: number,
    id: string,
    parties: `${string}>${string}`,
    ...rest: (SessionState | Partial<SessionFacts>)[]
  ): Story
  to(second: number, id: string, ...states: SessionState[]): Story
  change(second: number, id: string, changes: Partial<SessionFacts>): Story
  close(second: number, id: string): Story
  snapshot(second: number, ...sessions: SessionFacts[]): Story
  lose(second: number): Story
  until(second: number): Story
  visits(): readonly string[]
  state(extension: string): string
}

/** @param changes settings that differ from the usual centre of this file */
export function story(changes: Partial<CentreSettings> = {}): Story {
  const known = settings(changes)
  const centre = createCentre(known, midnight)
  const sessions = new Map<string, SessionFacts>()
  const calls: string[] = []
  const at = (second: number): number => midnight + second * 1000
  const tell = (type: 'opened' | 'changed' | 'closed', second: number, id: string): void => {
    centre.apply({ type, at: at(second), session: sessions.get(id)! })
  }
  centre.apply({ type: 'snapshot', at: midnight, sessions: [] })

  const self: Story = {
    centre,
    open(second, id, parties, ...rest) {
      const [caller = '', callee = ''] = parties.split('>')
      calls.push(id)
      let session = facts(id, { caller, callee })
      const states: SessionState[] = []
      for (const item of rest) {
        if (typeof item === 'string') states.push(item)
        else session = { ...session, ...item }
      }
      sessions.set(id, session)
      tell('opened', second, id)
      return self.to(second, id, ...states)
    },
    to(second, id, ...states) {
      for (const state of states) self.change(second, id, { state })
      return self
    },
    change(second, id, changes) {
      sessions.set(id, { ...sessions.get(id)!, ...changes })
      tell('changed', second, id)
      return self
    },
    close(second, id) {
      tell('closed', second, id)
      return self
    },
    snapshot(second, ...alive) {
      for (const session of alive) {
        calls.push(session.id)
        sessions.set(session.id, session)
      }
      centre.apply({ type: 'snapshot', at: at(second), sessions: alive })
      return self
    },
    lose(second) {
      centre.apply({ type: 'lost', at: at(second) })
      return self
    },
    until(second) {
      centre.advance(at(second))
      return self
    },
    visits() {
      const found = calls
        .flatMap((id) => centre.visitsOf(id))
        .filter(({ scope }) => scope !== everyTeamScope)
      return found.map(describe)
    },
    state(extension) {
      const team = known.teams.find(({ agents }) => agents.some(({ id }) => id === extension))
      const agent = team!.agents.find(({ id }) => id === extension)!
      const status = centre.agent(agent)
      const since = status.since === undefined ? '?' : String((status.since - midnight) / 1000)
      const other =
        status.other === undefined ? '' : ` with ${status.other.name || status.other.id}`
      const inside = status.isInternal ? ' (internal)' : ''
      const reason = status.reason === '' ? '' : ` (${status.reason})`
      return `${status.state}${reason} since ${since}${other}${inside}`
    },
  }
  return self
}

function describe(visit: Visit): string {
  const wait = visit.waitMs === undefined ? '' : ` after ${visit.waitMs / 1000} s`
  const left = visit.outcome === 'waiting' && !visit.isInGauge ? ' (leaving)' : ''
  return `${visit.scope} ${visit.outcome}${wait}${left}`
}
