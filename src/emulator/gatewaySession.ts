import type { Dialect } from './dialect.ts'
import type { WireSession } from './gatewayProtocol.ts'
import type { LocalTime } from './http/localTime.ts'
import type { PbxSession } from './types.ts'
import { writtenDuration } from './writtenDuration.ts'

/** `session` as scripts see it at `now`, epoch ms of site time; the dialect decides how times are written. */
export function wireSession(
  session: PbxSession,
  now: number,
  time: LocalTime,
  dialect: Dialect,
): WireSession {
  const { answeredAt, endedAt, startedAt, stateSince, ...texts } = session
  const talkedMs = answeredAt === undefined ? 0 : (endedAt ?? now) - answeredAt
  return {
    ...texts,
    startTime: dialect.startTime === 'iso' ? time.iso(startedAt) : time.stamp(startedAt),
    talkDuration: writtenDuration(talkedMs, dialect.durations),
    stateDuration: writtenDuration(now - stateSince, dialect.durations),
  }
}
