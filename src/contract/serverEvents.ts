import * as v from 'valibot'
import { sessionStates } from '../domain/sessionState.ts'
import { instantSchema } from './instant.ts'
import { clockSchema } from './wallConfig.ts'

/**
 * `GET /api/events`, server-sent events; the data of each is JSON. On connecting a wall gets one of each that is known.
 * - `config`: the body of `GET /api/config`; sent again when the file has changed
 * - `version`: `{ version }` of the server
 * - `clock`: `{ now, speed }`, now and then
 * - `active`: the calls that the PBX lists now; not sent where the PBX cannot be asked
 * - `notices`: what the administrator should know, for a discreet sign; replaces the notices before
 * - `records`: `{ revision }` of the call records; a wall whose last reading had another one reads the day again
 */
export const serverEventNames = [
  'config',
  'version',
  'clock',
  'active',
  'notices',
  'records',
] as const
export type ServerEventName = (typeof serverEventNames)[number]

export const versionEventSchema = v.object({ version: v.string() })
export const clockEventSchema = clockSchema
export const recordsEventSchema = v.object({ revision: v.pipe(v.number(), v.finite()) })

/** The calls that the PBX lists as alive at `at`, epoch ms of site time. Numbers are masked as the config says. */
export const activeEventSchema = v.object({
  at: instantSchema,
  calls: v.array(
    v.object({
      id: v.string(),
      source: v.string(),
      destination: v.string(),
      state: v.optional(v.picklist(sessionStates)),
      /** Epoch ms on the PBX's clock. */
      startedAt: v.optional(instantSchema),
    }),
  ),
})
export type ActiveEvent = v.InferOutput<typeof activeEventSchema>

/**
 * What the administrator should know. `tokenEndsSoon`, `tokenOver`: OZEKI_TOKEN, `at` is when its day is over;
 * `configRejected`: the config file was changed and has problems, the old one stays; `recordsFailing`: call records
 * cannot be written or read; `historyFailing`: the PBX's HTTP API does not tell its calls. `at`: epoch ms of site time.
 */
export const noticesEventSchema = v.object({
  notices: v.array(
    v.object({
      code: v.picklist([
        'tokenEndsSoon',
        'tokenOver',
        'configRejected',
        'recordsFailing',
        'historyFailing',
      ]),
      at: instantSchema,
    }),
  ),
})
export type Notice = v.InferOutput<typeof noticesEventSchema>['notices'][number]
