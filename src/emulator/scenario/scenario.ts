import * as v from 'valibot'
import { expectation } from './expectation.ts'
import { extension, moment, words } from './fields.ts'
import { step } from './steps.ts'

const localTime = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/,
    'expected a local time like "2026-03-29T01:30:00", with an offset if it comes twice',
  ),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'expected a day and time that exist'),
)

const listed = v.strictObject({
  id: extension,
  name: v.optional(words, ''),
  type: v.optional(v.picklist(['phone', 'queue', 'service', 'line']), 'phone'),
})

/** A scenario file: calls with their times, and what a wall must make of them. */
export const scenarioSchema = v.strictObject({
  /** What happens, in a sentence. */
  name: v.pipe(words, v.minLength(1)),
  /** Local time of the site at 0:00:00. @default now */
  start: v.optional(localTime),
  /** Who is connected to the PBX. @default twelve phones, the queues 5000 and 5001, voicemail 50, IVR 900 */
  extensions: v.optional(v.array(listed)),
  /** A part of a config file; its teams, zone, presence codes and so on. Checked by the config's own rules. */
  config: v.optional(v.record(v.string(), v.unknown()), {}),
  steps: v.pipe(v.array(step), v.minLength(1, 'expected at least one step')),
  /** When the last expectation holds. @default ten seconds after the last step */
  until: v.optional(moment),
  expect: v.optional(expectation),
})

/** A scenario file that was read, its `until` in ms after the start. */
export type ScenarioFile = v.InferOutput<typeof scenarioSchema>
