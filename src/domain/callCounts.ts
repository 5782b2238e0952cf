import type { CallKind } from './callKind.ts'
import { createDaySums } from './daySums.ts'
import type { TeamSettings } from './settings.ts'
import type { Zone } from './zone.ts'

/** Calls that are no visits, of one day. */
export interface CallSum {
  direct: number
  outbound: number
  outboundAnswered: number
  internal: number
}

/** Counts Calls that are no visits, for each team whose agents took part and once for `all`. */
export interface CallCounts {
  /** Counts a call as `kind` in the place of what it was counted as, and hands back what to keep of that. */
  replace(former: CountedKind | undefined, kind: CallKind | undefined): CountedKind | undefined
  /** `scope`: `team:ID` or `all`. */
  ofDay(scope: string, day: number): CallSum
  /** `isAdHoc`: the team does not count in `all`. */
  learnTeam(team: TeamSettings, isAdHoc: boolean): void
  dropBefore(day: number): void
}

/** As what a call was counted, and where. */
export interface CountedKind {
  readonly kind: CallKind
  readonly scopes: readonly string[]
  readonly teamsKnown: number
}

interface Member {
  readonly scope: string
  readonly hasQueues: boolean
  readonly isAdHoc: boolean
}

export function createCallCounts(zone: Zone, dayStartsAtMinutes: number): CallCounts {
  const sums = createDaySums(emptySum, zone, dayStartsAtMinutes)
  /** Grows with every team, because then the same call counts elsewhere. */
  let teamsKnown = 0
  const members = new Map<string, Member[]>()

  const scopesOf = ({ kind, extensions }: CallKind): readonly string[] => {
    const teams = extensions.flatMap((extension) => members.get(extension) ?? [])
    const counting = kind === 'direct' ? teams.filter(({ hasQueues }) => hasQueues) : teams
    const ofAll = teams.filter(({ isAdHoc }) => !isAdHoc)
    // With a team without queues a direct call is a visit, there and in all.
    const isVisit = kind === 'direct' && ofAll.some(({ hasQueues }) => !hasQueues)
    const scopes = new Set(counting.map(({ scope }) => scope))
    if (ofAll.length > 0 && !isVisit) scopes.add('all')
    return [...scopes]
  }

  const put = (kind: CallKind, scopes: readonly string[], sign: 1 | -1): void => {
    for (const scope of scopes) {
      const sum = sums.holding(scope, kind.startedAt)
      if (sum !== undefined) add(sum, kind, sign)
    }
  }

  return {
    replace(former, kind) {
      if (former?.teamsKnown === teamsKnown && isSameKind(former.kind, kind)) return former
      if (former !== undefined) put(former.kind, former.scopes, -1)
      if (kind === undefined) return undefined
      const isAlike = former?.teamsKnown === teamsKnown && isSamePeople(former.kind, kind)
      const scopes = isAlike ? former.scopes : scopesOf(kind)
      put(kind, scopes, 1)
      return { kind, scopes, teamsKnown }
    },
    ofDay: (scope, day) => sums.ofDay(scope, day) ?? emptySum(),
    learnTeam({ id, queues, agents }, isAdHoc) {
      teamsKnown++
      const scope = `team:${id}`
      for (const [extension, teams] of members) {
        members.set(
          extension,
          teams.filter((member) => member.scope !== scope),
        )
      }
      for (const extension of agents.flatMap(({ extensions }) => extensions)) {
        const teams = members.get(extension) ?? []
        members.set(extension, [...teams, { scope, hasQueues: queues.length > 0, isAdHoc }])
      }
    },
    dropBefore: (day) => sums.dropBefore(day),
  }
}

function add(sum: CallSum, { kind, outcome }: CallKind, sign: 1 | -1): void {
  sum[kind] += sign
  if (kind === 'outbound' && outcome === 'answered') sum.outboundAnswered += sign
}

function isSameKind(one: CallKind, other: CallKind | undefined): boolean {
  return (
    other !== undefined &&
    one.outcome === other.outcome &&
    one.startedAt === other.startedAt &&
    isSamePeople(one, other)
  )
}

/** Whether both count in the same scopes. */
function isSamePeople(one: CallKind, other: CallKind): boolean {
  return (
    one.kind === other.kind &&
    one.extensions.length === other.extensions.length &&
    one.extensions.every((extension, place) => extension === other.extensions[place])
  )
}

function emptySum(): CallSum {
  return { direct: 0, outbound: 0, outboundAnswered: 0, internal: 0 }
}
