import type { WallReport } from '@/contract/wallReport.ts'

/** The heartbeat of a wall that is well. */
export const reportOf = (more: Partial<WallReport> = {}): WallReport => ({
  wall: 'w1',
  version: '1.2.3',
  route: '/team/support',
  connection: 'granted',
  isLive: true,
  sessions: [],
  lastEventAgeMs: null,
  errors: [],
  violations: [],
  ...more,
})
