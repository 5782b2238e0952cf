import type { Notice } from '../contract/serverEvents.ts'
import type { PbxHealth } from './pbxHealth.ts'
import type { Records } from './records/openRecords.ts'
import type { WallsSummary } from './wallRegistry.ts'

/** What `GET /healthz` tells: states and counts, no number or name of anybody and no secret. */
export interface Health {
  readonly status: 'ok' | 'degraded'
  readonly version: string
  readonly uptimeSeconds: number
  readonly walls: WallsSummary & { readonly streams: number }
  readonly pbx: ReturnType<PbxHealth['summary']>
  /** `today`: how many calls of the site's day are stored. */
  readonly records: ReturnType<Records['state']> & { readonly today: number }
  readonly config: { readonly loadedAt: number; readonly isRejected: boolean }
  readonly notices: readonly Notice['code'][]
}

/** `degraded` when something needs the administrator, though the server lives. */
export function healthOf(facts: Omit<Health, 'status'>): Health {
  const isPbxWell = Object.values(facts.pbx).every((task) => task.ok)
  const isWell = isPbxWell && facts.notices.length === 0 && !facts.records.isFailing
  return { status: isWell ? 'ok' : 'degraded', ...facts }
}
