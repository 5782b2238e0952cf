import { readFile } from 'node:fs/promises'
import { problemText } from '../contract/problemText.ts'
import { createZone } from '../domain/zone.ts'
import { demoRoster } from '../emulator/roster.ts'
import { parseScenario, type Scenario } from '../emulator/scenario/parseScenario.ts'
import { scenarioTraffic } from '../emulator/scenario/playScenario.ts'
import { isTrafficProblem, parseTraffic } from '../emulator/traffic/csv.ts'
import type { TrafficRow } from '../emulator/traffic/csv.ts'
import { shiftToLateMorning } from '../emulator/traffic/profile.ts'
import { replayTraffic } from '../emulator/traffic/replay.ts'
import { rosterOfRows } from '../emulator/traffic/rowRoster.ts'
import { simulatedTraffic } from '../emulator/traffic/simulated.ts'
import type { Roster, Traffic } from '../emulator/types.ts'
import { CommandError } from './commandError.ts'
import { midnights } from './replayCalendar.ts'
import { siteOfTeams } from './siteOfTeams.ts'
import type { SiteInput } from './siteOfTeams.ts'

/** The calls of an emulated day: who works there, when it begins, and what makes the calls. */
export interface Day {
  readonly roster: Roster
  /** How a wall is configured for it; the PBX's address is not known yet. */
  readonly site: SiteInput
  /** IANA zone of the site. */
  readonly timeZone: string
  /** Epoch ms of site time. */
  readonly start: number
  readonly traffic: Traffic
}

/** A little more than the published volume, so that somebody waits now and then. */
const demoLoad = 1.1
const ringSeconds = 4

/** An invented day that begins at `now`, late in its morning: two teams from six agents on, else one. */
export function simulatedDay(agents: number, seed: number, timeZone: string, now: number): Day {
  const roster = demoRoster(agents)
  const teams = teamsOf(roster)
  const profileShiftMinutes = shiftToLateMorning(now, timeZone)
  const traffics = teams.map((team, index) =>
    simulatedTraffic({
      seed: seed * 100 + index,
      roster: team,
      load: demoLoad,
      timeZone,
      profileShiftMinutes,
    }),
  )
  const site = siteOfTeams(teams, timeZone)
  return { roster, site, timeZone, start: now, traffic: together(traffics) }
}

function teamsOf(roster: Roster): readonly Roster[] {
  const [support, sales] = roster.queues
  if (roster.agents.length < 6 || support === undefined || sales === undefined) return [roster]
  const most = Math.ceil((roster.agents.length * 2) / 3)
  return [
    { ...roster, queues: [support], agents: roster.agents.slice(0, most) },
    { ...roster, queues: [sales], agents: roster.agents.slice(most) },
  ]
}

function together(traffics: readonly Traffic[]): Traffic {
  return (exchange) => {
    const stops = traffics.map((start) => start(exchange))
    return () => {
      for (const stop of stops) stop()
    }
  }
}

/**
 * The day of a traffic file. Rows (CSV): it begins a minute before the first call, or at midnight. A scenario (JSON):
 * it begins when the scenario says. Throws a `CommandError`.
 */
export async function replayedDay(file: string, timeZone: string, now: number): Promise<Day> {
  const text = await readTrafficFile(file)
  return /\.json$/i.test(file)
    ? dayOfScenario(scenarioOf(file, text, timeZone, now))
    : dayOfRows(rowsOf(file, text), timeZone, now)
}

/** The day that a scenario describes. */
function dayOfScenario(scenario: Scenario): Day {
  const { roster, config, start } = scenario
  const { timeZone } = config.site
  return { roster, site: config, timeZone, start, traffic: scenarioTraffic(scenario) }
}

function scenarioOf(file: string, text: string, timeZone: string, now: number): Scenario {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CommandError('traffic-file', `${file} is not JSON: ${reason}`, { cause })
  }
  const { scenario, problems } = parseScenario(value, { timeZone, now })
  if (scenario !== undefined) return scenario
  const lines = problems.map((problem) => `  ${problemText(problem)}`)
  throw new CommandError('traffic-file', [`${file} is no scenario:`, ...lines].join('\n'))
}

function dayOfRows(rows: readonly TrafficRow[], timeZone: string, now: number): Day {
  const zone = createZone(timeZone)
  const midnightOf = midnights(zone)
  const dayStart = (day: string): number => (day === '' ? zone.dayStart(now, 0) : midnightOf(day))
  const arrivals = rows.map((row) => dayStart(row.day) + row.arriveSeconds * 1000)
  const first = arrivals.reduce((least, at) => Math.min(least, at), Infinity)
  const roster = rosterOfRows(rows)
  return {
    roster,
    site: siteOfTeams([roster], timeZone),
    timeZone,
    start: Math.max(zone.dayStart(first, 0), first - 60_000),
    traffic: replayTraffic(rows, { dayStart, ringSeconds }),
  }
}

async function readTrafficFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const message = `The traffic file ${file} cannot be read. Check its path.`
    throw new CommandError('traffic-file', message, { cause })
  }
}

function rowsOf(file: string, text: string): readonly TrafficRow[] {
  const rows = parseTraffic(text)
  if (isTrafficProblem(rows)) {
    throw new CommandError('traffic-file', `${file}, ${rows.problem}`)
  }
  if (rows.length === 0) throw new CommandError('traffic-file', `${file} holds no calls.`)
  return rows
}
