import * as v from 'valibot'
import { expectation } from './expectation.ts'
import { extension, moment, party, sessionName, states, words } from './fields.ts'
import { storyStep } from './storySteps.ts'

const at = v.optional(moment)

const openStep = v.strictObject({
  at,
  open: sessionName,
  from: party,
  to: party,
  /** The caller's display name. */
  name: v.optional(words),
  dialed: v.optional(party),
  /** A session opened before, or null for a PBX that tells no master id. */
  master: v.optional(v.nullable(sessionName)),
  state: v.optional(states),
})

const sessionStep = v.pipe(
  v.strictObject({
    at,
    session: sessionName,
    state: v.optional(states),
    callee: v.optional(extension),
    force: v.optional(v.boolean(), false),
  }),
  v.check(
    ({ state, callee }) => state !== undefined || callee !== undefined,
    'expected a "state", a "callee" or both',
  ),
)

const closeStep = v.strictObject({ at, close: sessionName })
const expectStep = v.strictObject({ at, expect: expectation })

const steps = { open: openStep, session: sessionStep, close: closeStep, expect: expectStep }
const noStep = v.never('expected a step with "open", "session", "close", "story" or "expect"')

/** One line of a scenario; the key that only its kind has tells which. */
export const step = v.lazy((input: unknown) => {
  if (typeof input !== 'object' || input === null) return noStep
  if ('story' in input) return storyStep
  const kind = (['open', 'session', 'close', 'expect'] as const).find((key) => key in input)
  return kind === undefined ? noStep : steps[kind]
})

/** A step as it is played: `at` in ms after the start, states always a list. */
export type Step = v.InferOutput<typeof step>
/** A session begins. */
export type OpenStep = v.InferOutput<typeof openStep>
/** A session changes. */
export type SessionStep = v.InferOutput<typeof sessionStep>
