import * as v from 'valibot'
import { agentStates } from '../../domain/agentState.ts'
import { sessionStates } from '../../domain/sessionState.ts'

/** `0:01:30` or `0:01:30.250` after the start of the scenario, as ms. */
export const moment = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}:[0-5]\d:[0-5]\d(\.\d{1,3})?$/, 'expected a time since the start, "0:01:30"'),
  v.transform((text) => {
    const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
    return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000)
  }),
)

/** Seconds, with a fraction if need be. */
export const duration = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0, 'expected seconds from 0 to 172800'),
  v.maxValue(172_800, 'expected seconds from 0 to 172800'),
)

/** A party of a session; empty for a number that was withheld. */
export const party = v.pipe(
  v.string(),
  v.regex(/^[\w+*#@.:-]{0,64}$/, 'expected a number or an extension, without blanks'),
)

/** A party that must be told. */
export const extension = v.pipe(
  v.string(),
  v.regex(/^[\w+*#@.:-]{1,64}$/, 'expected a number or an extension, without blanks'),
)

/** Words for a person. */
export const words = v.pipe(v.string(), v.maxLength(1000))

/** What a scenario calls one of its sessions. */
export const sessionName = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,40}$/, 'expected a name of letters and digits, like "a"'),
)

const sessionState = v.picklist(
  sessionStates,
  'expected a state of a session, like "Ringing" or "InCall"',
)

/** One state, or several that are passed in the same moment. */
export const states = v.lazy((input: unknown) =>
  Array.isArray(input)
    ? v.pipe(v.array(sessionState), v.minLength(1, 'expected at least one state'))
    : v.pipe(
        sessionState,
        v.transform((state) => [state]),
      ),
)

/** `queue:5000`, or `team:desk` for a team without queues. */
export const scope = v.pipe(
  v.string(),
  v.regex(/^(queue|team):[\w*#+.-]+$/, 'expected a queue or a team, like "queue:5000"'),
)

const outcomes = 'waiting|answered|abandoned|shortAbandoned|flowedOut|lost'
const interval = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d`

/** A visit in words, as `expect` writes it. */
export const visitWords = v.pipe(
  v.string(),
  v.regex(
    new RegExp(
      String.raw`^(queue|team):\S+ (${outcomes})( after \d+(\.\d+)? s)?( in ${interval})?$`,
    ),
    'expected a visit like "queue:5000 answered after 12 s"',
  ),
)

/** What a tile shows, in words. */
export const tileWords = v.pipe(
  v.string(),
  v.regex(
    new RegExp(String.raw`^(${agentStates.join('|')})( \([^)]+\))?( with \S+)?(, internal)?$`),
    'expected a state of a tile, like "talking with +3615550100"',
  ),
)
