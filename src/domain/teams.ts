import type { AgentSettings, TeamSettings } from './settings.ts'
import { teamScope } from './visit.ts'

/** The teams that walls show, and which agents are whose. */
export interface Teams {
  /** Those of the settings; without any, one of all people whom the PBX lists. */
  all(): readonly TeamSettings[]
  /** Learns whom the PBX lists; the team of everyone when that is a new one. */
  learnPeople(extensions: readonly string[]): TeamSettings | undefined
  /** Adds an ad-hoc team in the place of one with the same id; `false` when it is known. */
  watch(team: TeamSettings): boolean
  /** The agents of `team:ID`, or of `all` teams of the settings, each once; `undefined` for another scope. */
  agents(scope: string): readonly AgentSettings[] | undefined
  /** Every agent of every team, ad-hoc ones too; one in several teams may come several times. */
  everyone(): readonly AgentSettings[]
}

export function createTeams(configured: readonly TeamSettings[]): Teams {
  let all = configured
  const watched = new Map<string, TeamSettings>()
  const byScope = new Map<string, readonly AgentSettings[]>()
  let everyone: readonly AgentSettings[] = []

  const index = (): void => {
    byScope.clear()
    const teams = [...watched.values(), ...all]
    for (const { id, agents } of teams) byScope.set(teamScope(id), agents)
    everyone = teams.flatMap(({ agents }) => agents)
    const unique = new Map(all.flatMap(({ agents }) => agents).map((agent) => [agent.id, agent]))
    byScope.set('all', [...unique.values()])
  }
  index()

  return {
    all: () => all,
    learnPeople(extensions) {
      if (configured.length > 0) return undefined
      const former = all[0]?.agents ?? []
      const isSame =
        former.length === extensions.length &&
        former.every(({ id }, place) => id === extensions[place])
      if (isSame) return undefined
      const agents = extensions.map((id) => ({ id, name: '', extensions: [id] }))
      const everyone = { id: 'everyone', name: '', queues: [], agents }
      all = [everyone]
      index()
      return everyone
    },
    watch(team) {
      if (watched.get(team.id) === team) return false
      watched.set(team.id, team)
      index()
      return true
    },
    agents: (scope) => byScope.get(scope),
    everyone: () => everyone,
  }
}
