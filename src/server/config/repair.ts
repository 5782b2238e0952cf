type Key = string | number
type Node = Record<Key, unknown>

/** A value that stands in for one that cannot be read, where the config needs one. */
const standIns: Readonly<Partial<Record<string, unknown>>> = {
  pbx: { address: 'unknown' },
  'pbx.address': 'unknown',
}

/**
 * A copy of a JSON value without what stands at `faults`, so that the rest of it can be checked further. It may still be
 * no config.
 */
export function withoutFaults(value: unknown, faults: readonly (readonly Key[])[]): unknown {
  if (!isNode(value)) return undefined
  const copy = JSON.parse(JSON.stringify(value)) as Node
  for (const [number, place] of faults.entries()) {
    const isOfPair = place[place.length - 3] === 'thresholds' || place[1] === 'stateSeconds'
    mend(copy, isOfPair ? place.slice(0, -1) : place, `unread${number}`)
  }
  return copy
}

/** `name` is one that nothing else has. */
function mend(root: Node, path: readonly Key[], name: string): void {
  const last = path[path.length - 1]
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), root)
  if (last === undefined || !isNode(parent)) return
  const standIn = standIns[path.join('.')]
  if (standIn !== undefined) parent[last] = standIn
  else if (path[0] === 'teams' && last === 'id') parent[last] = name
  // An entry of a list: nothing in its place would be another fault.
  else if (Array.isArray(parent))
    parent[Number(last)] = path[0] === 'frameAncestors' ? "'self'" : name
  else Reflect.deleteProperty(parent, last)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
