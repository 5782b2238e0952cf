import { joined } from '../../../domain/stretch.ts'
import type { Stretch } from '../../../domain/stretch.ts'
import type { Database } from './database.ts'
import { onlyNumber } from './database.ts'

/** `covered`: some wall missed nothing; `counted`: no call is missing. */
export type StretchKind = 'covered' | 'counted'

/** Stretches of time on disk, as few as possible. Every method runs in the transaction of whoever calls it. */
export interface StretchTable {
  add(kind: StretchKind, stretches: readonly Stretch[]): void
  /** What of them lies in [from, to), in order; epoch ms. */
  within(kind: StretchKind, from: number, to: number): readonly Stretch[]
  /** Forgets those that ended before that, epoch ms. */
  removeBefore(at: number): void
}

export function createStretchTable(database: Database): StretchTable {
  const touching = database.prepare(
    'SELECT from_at, to_at FROM stretches WHERE kind = ? AND to_at >= ? AND from_at <= ?',
  )
  const remove = database.prepare(
    'DELETE FROM stretches WHERE kind = ? AND to_at >= ? AND from_at <= ?',
  )
  const insert = database.prepare('INSERT INTO stretches VALUES (?, ?, ?)')
  const removeBefore = database.prepare('DELETE FROM stretches WHERE to_at < ?')
  const read = (kind: StretchKind, from: number, to: number): readonly Stretch[] =>
    touching
      .all(kind, from, to)
      .map((row) => [onlyNumber(row, 'from_at'), onlyNumber(row, 'to_at')] as const)

  return {
    add(kind, stretches) {
      for (const [from, to] of joined(stretches)) {
        const all = joined([[from, to], ...read(kind, from, to)])
        remove.run(kind, from, to)
        for (const stretch of all) insert.run(kind, ...stretch)
      }
    },
    within: (kind, from, to) =>
      joined(
        read(kind, from, to).map(([begin, end]) => [Math.max(begin, from), Math.min(end, to)]),
      ),
    removeBefore: (at) => removeBefore.run(at),
  }
}
