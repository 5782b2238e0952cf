import type { WallReport } from '../contract/wallReport.ts'
import type { Clock } from '../domain/clock.ts'
import type { Log } from './log.ts'

export interface WallRegistryOptions {
  /** The machine's steady clock, ms. */
  readonly time: Clock
  readonly log: Log
}

/** The walls that report that they are there. */
export interface WallRegistry {
  /** Takes a wall's heartbeat; one more than 500 walls is not remembered. */
  hear(report: WallReport): void
  summary(): WallsSummary
}

/** `live`: walls that see the PBX now. `errors`, `violations`: what those walls have met since they were opened. */
export interface WallsSummary {
  readonly number: number
  readonly live: number
  readonly errors: number
  readonly violations: number
  readonly versions: readonly string[]
}

interface Wall {
  readonly heardAt: number
  readonly version: string
  readonly isLive: boolean
  readonly errors: number
  readonly violations: number
  /** What of it the log has. */
  readonly logged: Set<string>
}

interface WallFacts {
  readonly wall: string
  readonly count: number
  readonly [fact: string]: string | number
}

const mostWalls = 500
const silenceMs = 30_000
const mostLoggedOfWall = 50
const mostLinesPerMinute = 60

export function createWallRegistry({ time, log }: WallRegistryOptions): WallRegistry {
  const walls = new Map<string, Wall>()
  const minute = { startedAt: time.now(), lines: 0 }

  const forgetSilent = (): void => {
    const since = time.now() - silenceMs
    for (const [id, { heardAt }] of walls) if (heardAt < since) walls.delete(id)
  }

  /** Once for each wall, and never so much that walls could fill the disk. */
  const logOnce = (logged: Set<string>, message: string, facts: WallFacts): void => {
    const key = JSON.stringify([message, { ...facts, count: 0 }])
    if (logged.has(key) || logged.size >= mostLoggedOfWall) return
    if (time.now() - minute.startedAt >= 60_000) {
      minute.startedAt = time.now()
      minute.lines = 0
    }
    if (minute.lines++ >= mostLinesPerMinute) return
    logged.add(key)
    log('warn', message, facts)
  }

  const logReport = (report: WallReport, logged: Set<string>): void => {
    const { wall } = report
    for (const { message, count } of report.errors)
      logOnce(logged, 'A wall met an error.', { wall, error: message, count })
    for (const { directive, blocked, count } of report.violations)
      logOnce(logged, 'A content rule stopped something on a wall.', {
        ...{ wall, directive, blocked, count },
      })
  }

  return {
    hear(report) {
      forgetSilent()
      const known = walls.get(report.wall)
      if (known === undefined && walls.size >= mostWalls) return
      const logged = known?.logged ?? new Set()
      walls.set(report.wall, {
        heardAt: time.now(),
        version: report.version,
        isLive: report.isLive,
        errors: (known?.errors ?? 0) + total(report.errors),
        violations: (known?.violations ?? 0) + total(report.violations),
        logged,
      })
      logReport(report, logged)
    },
    summary() {
      forgetSilent()
      const all = [...walls.values()]
      const sum = (of: (wall: Wall) => number): number =>
        all.reduce((sum, wall) => sum + of(wall), 0)
      return {
        number: all.length,
        live: sum(({ isLive }) => Number(isLive)),
        errors: sum(({ errors }) => errors),
        violations: sum(({ violations }) => violations),
        versions: [...new Set(all.map(({ version }) => version))].slice(0, 5),
      }
    },
  }
}

function total(items: readonly { readonly count: number }[]): number {
  return items.reduce((sum, { count }) => sum + count, 0)
}
