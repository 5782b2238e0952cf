import { expect, test } from 'vitest'
import { engineBytes } from '../../soak/codeMegabytes.ts'
import type { HeapSnapshot } from '../../soak/heapSnapshot.ts'

type Edge = readonly [name: string, to: number]
type Row = readonly [type: string, name: string, bytes: number, ...edges: Edge[]]

const types = ['object', 'array', 'code', 'object shape', 'native']

/** A snapshot of these nodes; edges name their goal by its place. */
function snapshotOf(...rows: readonly Row[]): HeapSnapshot {
  const strings: string[] = []
  const textOf = (text: string): number => strings.push(text) - 1
  const width = 4
  const nodes = rows.flatMap(([type, name, bytes, ...edges]) => [
    ...[types.indexOf(type), textOf(name), bytes, edges.length],
  ])
  const edges = rows.flatMap(([, , , ...own]) =>
    own.flatMap(([name, to]) => [0, textOf(name), to * width]),
  )
  const meta = {
    node_fields: ['type', 'name', 'self_size', 'edge_count'],
    node_types: [types] as const,
    edge_fields: ['type', 'name_or_index', 'to_node'],
  }
  return { snapshot: { meta }, nodes, edges, strings }
}

test('code, shapes and lists of what depends on them are the engine’s own', () => {
  const snapshot = snapshotOf(
    ...([
      ['object', 'Call', 1_000],
      ['code', 'system / BytecodeArray', 1],
      ['object shape', 'system / Map', 2],
      ['native', 'system / WeakArrayList', 4],
      ['native', 'system / PropertyArray', 1_000],
    ] as const),
  )
  expect(engineBytes(snapshot)).toBe(7)
})

test('the room in a weak table is the engine’s, what is in it is not; the table of a map is nobody else’s', () => {
  const snapshot = snapshotOf(
    ...([
      ['object', 'Map', 1_000, ['__proto__', 1], ['table', 1]],
      ['array', '', 1_000],
      ['object', 'WeakMap', 1_000, ['__proto__', 0], ['table', 3]],
      ['array', '', 8, ['1', 4]],
      ['object', 'Call', 1_000],
    ] as const),
  )
  expect(engineBytes(snapshot)).toBe(8)
})
