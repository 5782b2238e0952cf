import type { CallRecord, RecordedStep } from '../../src/domain/callRecord.ts'

type Steps = readonly (Partial<RecordedStep> & Pick<RecordedStep, 'at'>)[]

/** A record of one session that was seen from its start, if nothing else is told. */
export function record(steps: Steps, changes: Partial<CallRecord> = {}): CallRecord {
  const sessions = changes.sessions ?? [{ id: 'a', masterId: 'a', dialed: '5000' }]
  return {
    id: sessions[0]!.id,
    startedAt: steps[0]!.at,
    isFromStart: true,
    isOver: false,
    outside: ['+3615550101'],
    ...changes,
    sessions,
    steps: steps.map((step) => ({ session: 0, how: 'seen', ...step })),
  }
}

export const second = { id: 'b', masterId: 'a', dialed: '5000' }
export const third = { id: 'c', masterId: 'a', dialed: '5000' }
export const begun = record([{ at: 1_000, state: 'Setup' }])
export const over = record(
  [
    { at: 1_000, state: 'Setup' },
    { at: 9_000, state: 'CallerHungUp' },
  ],
  {
    isOver: true,
  },
)
