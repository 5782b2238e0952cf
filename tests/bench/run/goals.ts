import type { HeapFigures } from './measureHeap.ts'
import type { LoadFigures } from './measureLoad.ts'
import type { PageName } from './pages.ts'
import type { BenchResult, LoadCase } from './result.ts'
import { kilobytesOf } from './scriptBytes.ts'

/** One thing that the wall promises, and what was measured of it. */
export interface Goal {
  readonly text: string
  readonly measured: number
  readonly limit: number
  /** Measured over limit, or limit over measured where more is better: above 1 the goal is missed. */
  readonly ratio: number
  readonly isMet: boolean
}

const walls = ['wall', 'whole'] as const

/** How the figures of a result stand to the goals; only those that were measured. */
export function goalsOf(result: BenchResult): readonly Goal[] {
  return [
    ...limitGoals(result),
    ...walls.flatMap((page) => slowGoals(result, page)),
    ...result.burst
      .filter(({ page }) => isWall(page))
      .map(({ page, ms }) => most(`${page}: burst of 5,000 on the screen, ms`, ms, 1000)),
    ...heapGoals(result),
    ...startGoals(result),
    ...domainGoals(result),
  ]
}

/** Script, style and layout of one page in a case, and the whole of its tasks: ms per 1,000 events. */
export function costPerThousand({ events, ...figures }: LoadFigures): {
  readonly content: number
  readonly task: number
} {
  const { script, style, layout, task } = figures
  const thousands = events / 1000
  return { content: (script + style + layout) / thousands, task: task / thousands }
}

/** A wall that costs little because it is late costs nothing that anybody wants. */
function limitGoals(result: BenchResult): readonly Goal[] {
  const late = find(result, '500 at 500/s', 'wall', 1)
  return [
    ...overLimit(result, '500 at 500/s'),
    ...(late === undefined
      ? []
      : [most('wall: 500 tiles, p95 to the screen, ms', shown(late), 250)]),
    ...overLimit(result, '500 by frames'),
  ]
}

function overLimit(result: BenchResult, name: LoadCase): readonly Goal[] {
  const wall = find(result, name, 'wall', 1)
  const limit = find(result, name, 'limit', 1)
  if (wall === undefined || limit === undefined) return []
  const [own, other] = [costPerThousand(wall), costPerThousand(limit)]
  return [
    most(`${name}: script, style and layout over the limit page`, own.content / other.content, 1.3),
    most(`${name}: main thread over the limit page`, own.task / other.task, 1.2),
  ]
}

function slowGoals(result: BenchResult, page: PageName): readonly Goal[] {
  const few = find(result, '60 at 50/s', page, 6)
  const many = find(result, '500 at 500/s', page, 6)
  const idle = find(result, 'idle', page, 6)
  return [
    ...(few === undefined
      ? []
      : [
          most(`${page}: 60 tiles slowed 6x, p95 to the screen, ms`, shown(few), 100),
          most(`${page}: 60 tiles slowed 6x, long tasks`, few.longTasks, 0),
        ]),
    ...(many === undefined
      ? []
      : [
          most(`${page}: 500 tiles slowed 6x, p95 to the screen, ms`, shown(many), 250),
          most(`${page}: 500 tiles slowed 6x, share busy`, many.busy, 0.7),
        ]),
    ...(idle === undefined ? [] : [most(`${page}: idle slowed 6x, share busy`, idle.busy, 0.03)]),
  ]
}

/** Where nothing came to the screen nothing came in time. */
function shown({ p95 }: LoadFigures): number {
  return Number.isNaN(p95) ? Infinity : p95
}

function heapGoals({ heap }: BenchResult): readonly Goal[] {
  return heap.flatMap(({ page, heaps }) => {
    const [first] = heaps
    const last = heaps[heaps.length - 1]
    if (first === undefined || last === undefined || first === last || !isWall(page)) return []
    const kept = ({ megabytes, codeMegabytes }: HeapFigures): number => megabytes - codeMegabytes
    const when = `after ${last.calls} calls over ${first.calls}`
    return [
      most(`${page}: heap ${when}`, last.megabytes / first.megabytes, 1.05),
      most(`${page}: heap without code ${when}`, kept(last) / kept(first), 1.05),
    ]
  })
}

function startGoals({ scripts, firstTile }: BenchResult): readonly Goal[] {
  const { early, all } = kilobytesOf(scripts)
  return [
    ...(scripts.length === 0
      ? []
      : [
          most('JavaScript before the charts, kB gzip', early, 85),
          most('JavaScript in all, kB gzip', all, 150),
        ]),
    ...firstTile
      .filter(({ page }) => isWall(page))
      .map(({ page, ms }) => most(`${page}: first tile, ms`, ms, 1000)),
  ]
}

function domainGoals({ domain }: BenchResult): readonly Goal[] {
  const rates = domain.map(({ calls, eventsPerSecond }) =>
    least(`domain: events per second on a day of ${calls} calls`, eventsPerSecond, 200_000),
  )
  const [first] = domain
  const last = domain[domain.length - 1]
  if (first === undefined || last === undefined || first === last) return rates
  const share = last.eventsPerSecond / first.eventsPerSecond
  return [
    ...rates,
    least(`domain: the rate at ${last.calls} calls over ${first.calls}`, share, 0.8),
  ]
}

function find(
  { load }: BenchResult,
  name: LoadCase,
  page: PageName,
  slowdown: number,
): LoadFigures | undefined {
  return load.find((row) => row.case === name && row.page === page && row.slowdown === slowdown)
    ?.figures
}

const isWall = (page: PageName): boolean => walls.some((wall) => wall === page)

function most(text: string, measured: number, limit: number): Goal {
  const isMet = measured <= limit
  const ratio = limit === 0 ? (isMet ? 0 : Infinity) : measured / limit
  return { text, measured, limit, ratio, isMet }
}

function least(text: string, measured: number, limit: number): Goal {
  return { text, measured, limit, ratio: limit / measured, isMet: measured >= limit }
}
