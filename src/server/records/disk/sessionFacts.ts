import type { CallRecord, RecordedStep } from '../../../domain/callRecord.ts'
import { isFinal } from '../../../domain/sessionState.ts'

/** By what a session is found again. */
export interface SessionFact {
  readonly id: string
  /** Epoch ms of site time. */
  readonly begunAt: number
  /** As first told; empty for none. */
  readonly caller: string
  readonly callee: string
  /** `told`: how it ended is known; `lost`: that it did; `open`: nothing yet. */
  readonly end: 'told' | 'lost' | 'open'
}

/** What a record tells of each of its sessions, in their order. */
export function sessionFacts(record: CallRecord): readonly SessionFact[] {
  const steps = new Map<number, RecordedStep[]>()
  for (const step of record.steps) {
    const own = steps.get(step.session)
    if (own === undefined) steps.set(step.session, [step])
    else own.push(step)
  }
  return record.sessions.map(({ id, startedAt }, place) => {
    const own = steps.get(place) ?? []
    return {
      id,
      begunAt: startedAt ?? own[0]?.at ?? record.startedAt,
      caller: own.find(({ caller = '' }) => caller !== '')?.caller ?? '',
      callee: own.find(({ callee = '' }) => callee !== '')?.callee ?? '',
      end: endOf(own),
    }
  })
}

function endOf(steps: readonly RecordedStep[]): SessionFact['end'] {
  const ends = steps.filter(({ how, state }) => how === 'lost' || (state && isFinal(state)))
  if (ends.length === 0) return 'open'
  return ends.some(({ how }) => how !== 'lost') ? 'told' : 'lost'
}
