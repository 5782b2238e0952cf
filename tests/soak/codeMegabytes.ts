import type { CDPSession } from 'playwright'

/** What a heap snapshot tells in the V8 format: as many numbers per node as there are fields. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly [readonly string[], ...unknown[]]
    }
  }
  readonly nodes: readonly number[]
}

/**
 * What the engine holds of a page for itself, MB: compiled code, what it learnt of it, shapes of objects. It grows for
 * hours, with everything that happens for the first time and whatever becomes worth optimising.
 */
export async function codeMegabytes(session: CDPSession): Promise<number> {
  const { snapshot, nodes } = await takeSnapshot(session)
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  const own = new Set(['code', 'object shape', 'hidden'].map((name) => types[0].indexOf(name)))
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (own.has(nodes[node + type] ?? -1)) bytes += nodes[node + size] ?? 0
  }
  return bytes / 2 ** 20
}

async function takeSnapshot(session: CDPSession): Promise<HeapSnapshot> {
  const chunks: string[] = []
  const keep = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', keep)
  try {
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  } finally {
    session.off('HeapProfiler.addHeapSnapshotChunk', keep)
  }
  return JSON.parse(chunks.join('')) as HeapSnapshot
}
