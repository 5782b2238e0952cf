import type { CentreSettings, TeamSettings } from './settings.ts'
import { queueScope } from './visit.ts'

/** What a party is to us; DESIGN 2.2. A queue makes callers wait, a service talks to nobody, a person talks. */
export type Role = 'queue' | 'service' | 'person' | 'outside'

/** Tells the role of a party id. Read anew at every event, because the directory may come late. */
export interface Roles {
  of(id: string): Role
  /** The scope of a queue, always the same string: a new one would cost more to find than to make. */
  scopeOf(queue: string): string
  /** Makes the extensions of the PBX's directory known as ours. */
  learnDirectory(extensions: Iterable<string>): void
  learnTeam(team: TeamSettings): void
}

export function createRoles(settings: CentreSettings): Roles {
  const { away, back } = settings.presence
  const queues = new Set<string>()
  const configured = new Set<string>()
  let directory: Iterable<string> = []
  // A presence code is answered by the PBX: nobody outside, and no talk.
  const services = [...settings.services, ...Object.keys(away), ...back]
  /** Everybody who is not outside. */
  const known = new Map<string, Role>()
  const scopes = new Map<string, string>()

  const learn = (): void => {
    known.clear()
    for (const id of directory) known.set(id, 'person')
    for (const id of configured) known.set(id, 'person')
    for (const id of services) known.set(id, 'service')
    for (const id of queues) known.set(id, 'queue')
  }

  const learnTeam = (team: TeamSettings): void => {
    for (const queue of team.queues) {
      queues.add(queue)
      scopes.set(queue, queueScope(queue))
    }
    for (const agent of team.agents) {
      for (const extension of agent.extensions) configured.add(extension)
    }
  }
  for (const team of settings.teams) learnTeam(team)
  learn()

  return {
    of: (id) => known.get(id) ?? 'outside',
    scopeOf: (queue) => scopes.get(queue) ?? queueScope(queue),
    learnDirectory(extensions) {
      directory = [...extensions]
      learn()
    },
    learnTeam(team) {
      learnTeam(team)
      learn()
    },
  }
}

/** Whether nobody talks there: a queue or a service. */
export function isMachine(id: string, roles: Roles): boolean {
  const role = roles.of(id)
  return role === 'queue' || role === 'service'
}
