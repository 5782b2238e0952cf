import * as v from 'valibot'
import { extension, scope, tileWords, visitWords, words } from './fields.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const counts = v.strictObject({
  offered: v.optional(count),
  answered: v.optional(count),
  abandoned: v.optional(count),
  shortAbandoned: v.optional(count),
  flowedOut: v.optional(count),
  lost: v.optional(count),
})

/** What a wall must show at one moment of a scenario. What it does not name is not looked at. */
export const expectation = v.strictObject({
  /** The same, told to a person. */
  words: v.optional(words),
  /** Every visit so far, in the order of arrival. */
  visits: v.optional(v.array(visitWords)),
  /** How many wait now. */
  waiting: v.optional(v.record(scope, count)),
  /** The counts of the day that it is. */
  today: v.optional(v.record(scope, counts)),
  /** Tiles by extension. */
  agents: v.optional(v.record(extension, tileWords)),
})

/** An expectation that was read. */
export type Expectation = v.InferOutput<typeof expectation>
