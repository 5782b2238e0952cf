import type { WebClient } from '../../pbx/client.ts'

/** Another wall of the same PBX, as it tells of itself. */
export interface OtherWall {
  readonly id: string
  readonly name: string
  readonly route: string
  readonly version: string
  /** Since when it is online, epoch ms: by its own account, else since we heard of it. */
  readonly since: number
}

/** Nobody needs to read more, and a PBX may tell of any number. */
const mostWalls = 200

/** The walls after `client` was told of at `now`, epoch ms; the same ones when it is no wall. */
export function withClient(
  walls: ReadonlyMap<string, OtherWall>,
  client: WebClient,
  now: number,
): ReadonlyMap<string, OtherWall> {
  const isNews = client.isOnline
    ? client.kind === 'callwall' && (walls.has(client.id) || walls.size < mostWalls)
    : walls.has(client.id)
  if (!isNews) return walls
  const after = new Map(walls)
  const { id, name, route, version } = client
  if (!client.isOnline) after.delete(id)
  else
    after.set(id, { id, name, route, version, since: client.since ?? walls.get(id)?.since ?? now })
  return after
}
