import { joined } from '../../../domain/stretch.ts'
import type { Records } from '../openRecords.ts'

/** The first moment from `start` until `at` (epoch ms) of which calls may be missing in the records; `at`: none is. */
export function unknownSince(
  records: Pick<Records, 'stretches'>,
  start: number,
  at: number,
): number {
  const [first] = joined([
    ...records.stretches('covered', start, at),
    ...records.stretches('counted', start, at),
  ])
  return first !== undefined && first[0] <= start ? Math.min(first[1], at) : start
}
