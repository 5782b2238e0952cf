import * as v from 'valibot'
import { longestText } from '../domain/longestText.ts'

const text = (length: number) => v.pipe(v.string(), v.maxLength(length))
const count = v.pipe(v.number(), v.finite(), v.minValue(0))

/** `POST /api/report`: the heartbeat of a wall, every 10 s. The answer is 204. */
export const wallReportSchema = v.object({
  /** A random text, new for every page; the same as in `POST /api/calls`. */
  wall: v.pipe(text(40), v.minLength(1)),
  version: text(40),
  route: text(300),
  connection: v.picklist(['connecting', 'granted', 'denied', 'failed', 'closed', 'scriptMissing']),
  isLive: v.boolean(),
  /** Ids of the sessions that the wall believes alive. */
  sessions: v.pipe(v.array(text(longestText)), v.maxLength(2_000)),
  /** ms since the PBX last told it anything; `null` if it never did. */
  lastEventAgeMs: v.nullable(count),
  /** What went wrong in the page since the last report, each text once. */
  errors: v.pipe(v.array(v.object({ message: text(500), count })), v.maxLength(20)),
  /** What the Content-Security-Policy stopped since the last report. */
  violations: v.pipe(
    v.array(v.object({ directive: text(100), blocked: text(300), count })),
    v.maxLength(20),
  ),
})
export type WallReport = v.InferOutput<typeof wallReportSchema>
