import type * as v from 'valibot'
import type {
  ActiveEvent,
  clockEventSchema,
  noticesEventSchema,
  recordsEventSchema,
  versionEventSchema,
} from '../contract/serverEvents.ts'
import type { WallConfigBody } from '../contract/wallConfig.ts'

/** One event of `GET /api/events`. */
export type ServerEvent =
  | { readonly name: 'config'; readonly data: WallConfigBody }
  | { readonly name: 'version'; readonly data: v.InferOutput<typeof versionEventSchema> }
  | { readonly name: 'clock'; readonly data: v.InferOutput<typeof clockEventSchema> }
  | { readonly name: 'active'; readonly data: ActiveEvent }
  | { readonly name: 'notices'; readonly data: v.InferOutput<typeof noticesEventSchema> }
  | { readonly name: 'records'; readonly data: v.InferOutput<typeof recordsEventSchema> }

/** The event as text of the stream. JSON has no line ends of its own. */
export function frameOf({ name, data }: ServerEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}
