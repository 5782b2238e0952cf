import * as v from 'valibot'
import { type Config, parseConfig } from '../../contract/config.ts'
import type { Roster } from '../types.ts'
import { checkSteps } from './checkSteps.ts'
import type { Expectation } from './expectation.ts'
import { type InputProblem, problemOf } from '../../contract/inputProblem.ts'
import { type ScenarioFile, scenarioSchema } from './scenario.ts'
import { rosterOf } from './scenarioRoster.ts'
import { startOf } from './scenarioStart.ts'
import type { Step } from './steps.ts'

/** A scenario that can be played. */
export interface Scenario {
  readonly name: string
  /** Epoch ms of site time. */
  readonly start: number
  readonly roster: Roster
  /** How a wall would be configured for it. The PBX's address means nothing. */
  readonly config: Config
  readonly steps: readonly Step[]
  /** When `expected` holds, epoch ms. */
  readonly until: number
  readonly expected: Expectation | undefined
}

/** A scenario, or what is wrong with it. */
export type ScenarioResult =
  | { readonly scenario: Scenario; readonly problems?: undefined }
  | { readonly scenario?: undefined; readonly problems: readonly InputProblem[] }

/** Where and when a scenario is played that does not say so itself. */
export interface ScenarioSite {
  /** IANA zone. */
  readonly timeZone: string
  /** Epoch ms. */
  readonly now: number
}

const afterLastStepMs = 10_000

/** Checks an untrusted value; tells every problem at once. */
export function parseScenario(value: unknown, site: ScenarioSite): ScenarioResult {
  const result = v.safeParse(scenarioSchema, value)
  if (!result.success) return { problems: result.issues.map(problemOf) }
  const file = result.output
  const roster = rosterOf(file.extensions)
  const { config, problems = [] } = parseConfig(configInput(file, roster, site.timeZone))
  const all = [
    ...problems.map((problem) => ({
      ...problem,
      path: `config.${problem.path}`.replace(/\.$/, ''),
    })),
    ...checkSteps(file.steps),
  ]
  if (config === undefined || all.length > 0) return { problems: all }
  const start = file.start === undefined ? site.now : startOf(file.start, config.site.timeZone)
  const last = file.steps.reduce((latest, { at = 0 }) => Math.max(latest, at), 0)
  const scenario: Scenario = {
    ...{ name: file.name, start, roster, config, steps: file.steps },
    until: start + (file.until ?? last + afterLastStepMs),
    expected: file.expect,
  }
  return { scenario }
}

/** What the file leaves out: the PBX's own zone, its services, and one team of everybody. */
function configInput(file: ScenarioFile, roster: Roster, timeZone: string): unknown {
  const { site, pbx, ...rest } = file.config
  const everybody = {
    id: 'support',
    name: 'Support',
    queues: roster.queues.map(({ extension }) => extension),
    extensions: roster.agents.map(({ extension }) => extension),
  }
  const services = roster.services.map(({ extension }) => extension)
  return {
    teams: [everybody],
    ...rest,
    site: isObject(site) || site === undefined ? { timeZone, ...site } : site,
    pbx: isObject(pbx) || pbx === undefined ? { address: 'localhost', services, ...pbx } : pbx,
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
