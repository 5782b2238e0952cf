import type { CallRecord, RecordedSession, RecordedStep } from '@/domain/callRecord.ts'
import type { SessionState } from '@/domain/sessionState.ts'

/** 10:00 in Budapest, on the day of `config`. */
export const ten = Date.parse('2026-11-23T09:00:00Z')

/** One step, seconds after `ten`. */
export function step(
  seconds: number,
  state: SessionState,
  more: Partial<RecordedStep> = {},
): RecordedStep {
  return { session: 0, at: ten + seconds * 1000, how: 'seen', state, ...more }
}

export function session(id: string, more: Partial<RecordedSession> = {}): RecordedSession {
  return { id, masterId: '', dialed: '5000', ...more }
}

/** A call of 12345678 with queue 5000 that began at `ten`, was seen from its start and goes on. */
export function call(id: string, more: Partial<CallRecord> = {}): CallRecord {
  return {
    id,
    startedAt: ten,
    isFromStart: true,
    isOver: false,
    sessions: [session(id)],
    steps: [step(0, 'InCall', { caller: '12345678', callee: '5000' })],
    outside: ['12345678'],
    ...more,
  }
}

/** The same, abandoned so many seconds after `ten`. */
export function abandoned(id: string, seconds = 30, more: Partial<CallRecord> = {}): CallRecord {
  const open = call(id)
  return call(id, {
    isOver: true,
    steps: [...open.steps, step(seconds, 'CallerHungUp')],
    ...more,
  })
}

/** The same, answered by 1001 in the session `second`. */
export function answered(id: string, second: string, more: Partial<CallRecord> = {}): CallRecord {
  return call(id, {
    isOver: true,
    sessions: [session(id), session(second, { masterId: id })],
    steps: [
      ...call(id).steps,
      step(20, 'Ringing', { session: 1, caller: '12345678', callee: '1001' }),
      step(25, 'InCall', { session: 1 }),
      step(25, 'TransferCompleted'),
      step(90, 'CallerHungUp', { session: 1 }),
    ],
    ...more,
  })
}
