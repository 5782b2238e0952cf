import type { WireSession } from './gatewayProtocol.ts'
import type { LocalTime } from './http/localTime.ts'
import type { PbxSession } from './types.ts'

/** `session` as scripts see it at `now`, epoch ms of site time. */
export function wireSession(session: PbxSession, now: number, time: LocalTime): WireSession {
  const { answeredAt, endedAt, startedAt, stateSince, ...texts } = session
  return {
    ...texts,
    startTime: time.iso(startedAt),
    talkDuration: answeredAt === undefined ? '0' : seconds((endedAt ?? now) - answeredAt),
    stateDuration: seconds(now - stateSince),
  }
}

function seconds(milliseconds: number): string {
  return String(Math.max(0, Math.floor(milliseconds / 1000)))
}
