import type { CDPSession } from 'playwright'
import { takeSnapshot } from './heapSnapshot.ts'
import type { HeapSnapshot } from './heapSnapshot.ts'

/**
 * What the engine holds of a page for itself, MB: compiled code, what it learnt of it, shapes of objects, which grow for
 * hours, with everything that happens for the first time and whatever becomes worth optimising; and the room in weak
 * tables, which is as large as what once came in between two collections of garbage. What is in them is counted where
 * it is.
 */
export async function codeMegabytes(session: CDPSession): Promise<number> {
  return engineBytes(await takeSnapshot(session)) / 2 ** 20
}

const ownTypes = ['code', 'object shape', 'hidden']
/** Which code depends on what. */
const ownName = 'system / WeakArrayList'
const weakNames = ['WeakMap', 'WeakSet']

/** The same of a snapshot, bytes. */
export function engineBytes({ snapshot: { meta }, nodes, edges, strings }: HeapSnapshot): number {
  const field = (name: string): number => meta.node_fields.indexOf(name)
  const [type, name, size, edgeCount] = [
    ...[field('type'), field('name'), field('self_size'), field('edge_count')],
  ] as const
  const own = new Set(ownTypes.map((one) => meta.node_types[0].indexOf(one)))
  const at = (index: number): number => nodes[index] ?? 0
  const sizes = new Map<number, number>()
  let edge = 0
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    const text = strings[at(node + name)] ?? ''
    if (own.has(at(node + type)) || text === ownName) sizes.set(node, at(node + size))
    const end = edge + at(node + edgeCount) * meta.edge_fields.length
    const table = weakNames.includes(text) ? edgeTo('table', edge, end) : undefined
    if (table !== undefined) sizes.set(table, at(table + size))
    edge = end
  }
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)

  /** Where the edge of that name leads to, of those from `first` to before `end`. */
  function edgeTo(wanted: string, first: number, end: number): number | undefined {
    const fields = meta.edge_fields
    for (let one = first; one < end; one += fields.length) {
      const label = strings[edges[one + fields.indexOf('name_or_index')] ?? -1]
      if (label === wanted) return edges[one + fields.indexOf('to_node')]
    }
    return undefined
  }
}
