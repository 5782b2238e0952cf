import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { replayCentre } from '../../../../src/commands/replayCentre.ts'
import { settingsOf } from '../../../../src/contract/siteOf.ts'
import type { AgentStatus } from '../../../../src/domain/agentState.ts'
import type { Centre } from '../../../../src/domain/centre.ts'
import { everyTeamScope } from '../../../../src/domain/visit.ts'
import type { Visit } from '../../../../src/domain/visit.ts'
import type { Expectation } from '../../../../src/emulator/scenario/expectation.ts'
import { parseScenario } from '../../../../src/emulator/scenario/parseScenario.ts'
import type { Scenario } from '../../../../src/emulator/scenario/parseScenario.ts'
import { scenarioTraffic } from '../../../../src/emulator/scenario/playScenario.ts'

const folder = fileURLToPath(new URL('../../../../scenarios/', import.meta.url))

/** Where a scenario is played that does not say so itself. */
export const site = { timeZone: 'Europe/Budapest', now: Date.parse('2026-11-23T09:00:00Z') }

/** The names of the shipped scenario files, without `.json`. */
export function scenarioNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
}

/** A scenario from a value that must be one. */
export function scenarioFrom(value: unknown): Scenario {
  const { scenario, problems } = parseScenario(value, site)
  if (scenario === undefined) throw new Error(JSON.stringify(problems, undefined, 1))
  return scenario
}

/** A shipped scenario. */
export function scenarioNamed(name: string): Scenario {
  return scenarioFrom(JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')))
}

/** What a scenario expects at a moment, and what the domain makes of it. */
export interface Comparison {
  readonly at: string
  readonly expected: unknown
  readonly found: unknown
}

const sampleMs = 60_000

/** Plays a scenario in memory and compares at each moment at which it expects something. */
export function runScenario(scenario: Scenario): readonly Comparison[] {
  const { config, start, until, expected } = scenario
  const known = settingsOf(config)
  const { centre, advanceTo } = replayCentre(
    known,
    scenario.roster,
    start,
    scenarioTraffic(scenario),
  )
  const seen = new Map<string, readonly Visit[]>()
  let now = start
  const advance = (to: number): void => {
    while (now < to) {
      now = Math.min(to, now + sampleMs)
      advanceTo(now)
      keepVisits(centre, seen)
    }
    advanceTo(to)
    keepVisits(centre, seen)
  }
  const compare = (at: number, expectation: Expectation): Comparison => {
    advance(at)
    const { visits, waiting, today, agents } = expectation
    const expected = present({ visits, waiting, today, agents })
    const found = factsOf(expectation, centre, known, [...seen.values()].flat())
    return { at: centre.zone.toIso(at), expected, found }
  }

  const compared: Comparison[] = []
  let latest = 0
  for (const step of scenario.steps) {
    latest = step.at ?? latest
    if ('expect' in step) compared.push(compare(start + latest, step.expect))
  }
  if (expected !== undefined) compared.push(compare(until, expected))
  return compared
}

/** The centre forgets calls after a while; a call whose sessions went into another one counts no longer. */
function keepVisits(centre: Centre, seen: Map<string, readonly Visit[]>): void {
  const calls = [...centre.calls()]
  const present = new Set(calls.map(({ id }) => id))
  const merged = new Set(calls.flatMap(({ sessions }) => sessions.map(({ id }) => id)))
  for (const id of seen.keys()) if (!present.has(id) && merged.has(id)) seen.delete(id)
  for (const { id } of calls)
    seen.set(
      id,
      centre.visitsOf(id).filter(({ scope }) => scope !== everyTeamScope),
    )
}

function factsOf(
  wanted: Expectation,
  centre: Centre,
  known: ReturnType<typeof settingsOf>,
  visits: readonly Visit[],
): unknown {
  const tiles = known.teams.flatMap(({ agents }) => agents)
  return {
    ...(wanted.visits && {
      visits: [...visits]
        .sort((one, other) => one.arrivedAt - other.arrivedAt)
        .map((visit, index) => {
          const hasInterval = wanted.visits?.[index]?.includes(' in ') ?? false
          return visitWords(visit, hasInterval ? centre : undefined)
        }),
    }),
    ...(wanted.waiting && {
      waiting: mapped(
        wanted.waiting,
        (scope) => centre.waiting(scope).filter(({ isInGauge }) => isInGauge).length,
      ),
    }),
    ...(wanted.today && {
      today: mapped(wanted.today, (scope, counts) => {
        const sum = { ...centre.figures(scope), waiting: centre.waiting(scope).length }
        return mapped(counts, (name) => sum[name as keyof typeof sum])
      }),
    }),
    ...(wanted.agents && {
      agents: mapped(wanted.agents, (extension) => {
        const tile = tiles.find(({ extensions }) => extensions.includes(extension))
        return tile === undefined ? 'in no team' : tileWords(centre.agent(tile))
      }),
    }),
  }
}

function present(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

function mapped<T, R>(
  record: Readonly<Record<string, T>>,
  read: (key: string, value: T) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, read(key, value)]))
}

function visitWords(visit: Visit, centre: Centre | undefined): string {
  const wait = visit.waitMs === undefined ? '' : ` after ${visit.waitMs / 1000} s`
  const zone = centre?.zone
  const interval = zone ? ` in ${zone.toIso(zone.intervalStart(visit.arrivedAt, 30))}` : ''
  return `${visit.scope} ${visit.outcome}${wait}${interval}`
}

function tileWords({ state, reason, other, isInternal }: AgentStatus): string {
  const why = reason === '' ? '' : ` (${reason})`
  const who = other === undefined ? '' : ` with ${other.id === '' ? 'anonymous' : other.id}`
  return `${state}${why}${who}${isInternal ? ', internal' : ''}`
}
