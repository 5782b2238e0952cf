import type { DomainRate } from '../domain/domainRate.ts'
import type { HeapFigures } from './measureHeap.ts'
import type { LoadFigures } from './measureLoad.ts'
import type { ScriptBytes } from './scriptBytes.ts'
import type { PageName } from './pages.ts'

/**
 * The cases in which events come at a pace, or so many a frame, however long a frame takes; `idle`: none come any more,
 * and the clocks tick.
 */
export const loadCases = ['60 at 50/s', '500 at 500/s', '500 by frames', 'idle'] as const
export type LoadCase = (typeof loadCases)[number]

/** One page in one case: the middle one of several runs, figure by figure. */
export interface LoadRow {
  readonly case: LoadCase
  readonly page: PageName
  readonly slowdown: number
  readonly runs: number
  readonly figures: LoadFigures
}

/** A time in ms of one page: the middle one of several runs. */
export interface TimeRow {
  readonly page: PageName
  readonly ms: number
}

export interface HeapRow {
  readonly page: PageName
  readonly heaps: readonly HeapFigures[]
}

/** Everything that was measured; what was not asked for is empty. */
export interface BenchResult {
  readonly chromium: string
  readonly processor: string
  readonly load: readonly LoadRow[]
  readonly burst: readonly TimeRow[]
  readonly firstTile: readonly TimeRow[]
  readonly heap: readonly HeapRow[]
  readonly scripts: readonly ScriptBytes[]
  readonly domain: readonly DomainRate[]
}

/** A result of nothing. */
export const nothingMeasured: BenchResult = {
  ...{ chromium: '', processor: '', load: [], burst: [], firstTile: [], heap: [] },
  ...{ scripts: [], domain: [] },
}
