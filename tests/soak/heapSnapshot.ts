import type { CDPSession } from 'playwright'

/** A heap snapshot in the V8 format: as many numbers per node and per edge as they have fields. */
export interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly [readonly string[], ...unknown[]]
      readonly edge_fields: readonly string[]
    }
  }
  readonly nodes: readonly number[]
  /** Those of the first node, then those of the second, and so on. */
  readonly edges: readonly number[]
  readonly strings: readonly string[]
}

export async function takeSnapshot(session: CDPSession): Promise<HeapSnapshot> {
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
