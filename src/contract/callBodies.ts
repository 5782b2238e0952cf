import * as v from 'valibot'
import { longestCallMs } from '../domain/callRecord.ts'
import type { CallRecord } from '../domain/callRecord.ts'
import { longestText } from '../domain/longestText.ts'
import { sessionStates } from '../domain/sessionState.ts'
import type { Stretch } from '../domain/stretch.ts'
import { instantSchema } from './instant.ts'

const text = v.pipe(v.string(), v.maxLength(longestText))
const id = v.pipe(text, v.minLength(1))

const session = v.object({
  id,
  masterId: text,
  dialed: text,
  direction: v.optional(v.picklist(['inbound', 'outbound', 'internal', 'external'])),
  startedAt: v.optional(instantSchema),
})

const step = v.object({
  session: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at: instantSchema,
  turn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999))),
  how: v.picklist(['seen', 'found', 'lost']),
  state: v.optional(v.picklist(sessionStates)),
  caller: v.optional(text),
  callee: v.optional(text),
})

/** A record that came over the network. */
export const callRecordSchema = v.pipe(
  v.object({
    id,
    startedAt: instantSchema,
    isFromStart: v.boolean(),
    isOver: v.boolean(),
    sessions: v.pipe(v.array(session), v.minLength(1), v.maxLength(100)),
    steps: v.pipe(v.array(step), v.minLength(1), v.maxLength(2_000)),
    outside: v.pipe(v.array(text), v.maxLength(100)),
  }),
  v.check(
    ({ sessions, steps }) => steps.every((each) => each.session < sessions.length),
    'expected steps of the sessions that are listed',
  ),
  v.check(
    (record) => record.sessions[0]?.id === record.id,
    'expected the id of the first session as the id of the record',
  ),
  v.check(
    ({ startedAt, steps }) => steps.every(({ at }) => Math.abs(at - startedAt) <= longestCallMs),
    'expected steps within a week of the begin',
  ),
  v.check(
    ({ steps }) => steps.every(({ at }, place) => at >= (steps[place - 1]?.at ?? at)),
    'expected steps in the order of time',
  ),
)

/** A stretch of time: from, to; epoch ms of site time. */
const stretch = v.pipe(
  v.tuple([instantSchema, instantSchema]),
  v.check(([from, to]) => from <= to, 'expected an end that is not before the begin'),
)

/** The most records of one `POST /api/calls`, and of one page of `GET /api/calls`. */
export const mostReported = 100
export const pageOfCalls = 1_000

/**
 * `POST /api/calls`: what a wall saw since its last report. A call is reported while it goes on, too; a later report of
 * it replaces the earlier one. `covered`: the stretches in which the wall missed nothing.
 */
export const callsReportSchema = v.object({
  /** Which wall reports: a random text, new for every page. */
  wall: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  calls: v.pipe(v.array(callRecordSchema), v.maxLength(mostReported)),
  covered: v.pipe(v.array(stretch), v.maxLength(100)),
})
export interface CallsReport {
  readonly wall: string
  readonly calls: readonly CallRecord[]
  readonly covered: readonly Stretch[]
}

/** The answer to `POST /api/calls`, sent when all of it is on disk. */
export const callsStoredSchema = v.object({
  /** Ids of the records that are on disk now, in this form or in a fuller one. */
  stored: v.array(v.string()),
  /** Whether the server knows more of one of these calls than the wall told: the wall should read the day again. */
  isBehind: v.boolean(),
})
export type CallsStored = v.InferOutput<typeof callsStoredSchema>

/** `GET /api/calls?day=YYYY-MM-DD&after=CURSOR`: one page of the calls that touch a day of the site. */
export const callsPageSchema = v.object({
  day: v.string(),
  /** Grows whenever a wall that has read the day should read it again. */
  revision: v.pipe(v.number(), v.finite()),
  /** Stretches in which some wall missed nothing. */
  covered: v.array(stretch),
  /** Stretches in which at least no call is missing: the PBX's history or polls filled what no wall saw. */
  counted: v.array(stretch),
  /** In the order of their begin. */
  calls: v.array(callRecordSchema),
  /** Where the next page begins; `null` after the last. */
  next: v.nullable(v.string()),
})
export interface CallsPage {
  readonly day: string
  readonly revision: number
  readonly covered: readonly Stretch[]
  readonly counted: readonly Stretch[]
  readonly calls: readonly CallRecord[]
  readonly next: string | null
}
