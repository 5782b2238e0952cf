import type { CallRecord, RecordedStep } from './callRecord.ts'
import { isFuller } from './callRecord.ts'
import { isFinal } from './sessionState.ts'

/**
 * Whether a record of a Call is to be kept in the place of another one: the fuller, but an end that was only looked up
 * afterwards gives way to whoever saw as many sessions, and lost none.
 */
export function saysMore(one: CallRecord, other: CallRecord): boolean {
  return isFuller(asWitnessed(one, other), asWitnessed(other, one))
}

function asWitnessed(record: CallRecord, beside: CallRecord): CallRecord {
  const givesWay =
    beside.sessions.length >= record.sessions.length &&
    !beside.steps.some(({ how }) => how === 'lost')
  return givesWay && record.steps.some(isFoundEnd) ? { ...record, isOver: false } : record
}

function isFoundEnd({ how, state }: RecordedStep): boolean {
  return how === 'found' && state !== undefined && isFinal(state)
}
