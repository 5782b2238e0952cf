import * as v from 'valibot'
import { problemOf } from './inputProblem.ts'
import type { InputProblem } from './inputProblem.ts'
import { parseDays, parseHours } from './openingTimes.ts'
import { parseRanges } from './ranges.ts'

/** `1001-1020,1050` as its extensions; DESIGN 4.3 allows several such texts in one list. */
const extensionList = v.pipe(
  v.array(v.string()),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const found = parseRanges(dataset.value.join(','))
    if (dataset.value.length === 0) return [] as readonly string[]
    if (!('problem' in found)) return found
    addIssue({
      message: `${found.problem}; write extensions like "1001" or ranges like "1001-1020"`,
    })
    return NEVER
  }),
)

const text = v.pipe(v.string(), v.trim(), v.maxLength(200))
const name = v.pipe(text, v.minLength(1))
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const pair = v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())])
const clockTime = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):(00|30)$/, 'expected a time on a whole half-hour, like "07:30"'),
)
const timeZone = v.pipe(
  v.string(),
  v.check(isTimeZone, 'expected an IANA time zone, like "Europe/Budapest"'),
)
const httpUrl = v.pipe(
  v.string(),
  v.check(isHttpUrl, 'expected an address that begins with http:// or https://'),
)
const host = v.pipe(
  v.string(),
  v.regex(/^(auto|[\w.-]+|\[[\da-fA-F:]+\])$/, 'expected a host name or IP address without port'),
)

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

function isHttpUrl(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value).protocol)
  } catch {
    return false
  }
}

const agent = v.strictObject({
  name: v.optional(text, ''),
  extensions: v.pipe(extensionList, v.minLength(1, 'expected at least one extension')),
})

const team = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/, 'expected letters, digits, - or _, for the URL')),
  name: v.optional(name),
  queues: v.optional(extensionList, []),
  extensions: v.optional(extensionList, []),
  agents: v.optional(v.array(agent), []),
  thresholds: v.optional(v.record(v.string(), pair), {}),
})

const hours = v.pipe(
  v.string(),
  v.check((text) => parseHours(text) !== undefined, 'expected hours like "08:00-18:00"'),
)

const site = v.strictObject({
  name: v.optional(name, 'Call centre'),
  timeZone: v.optional(timeZone, 'UTC'),
  dayStartsAt: v.optional(clockTime, '00:00'),
  language: v.optional(v.picklist(['en', 'hu', 'de', 'ar']), 'en'),
  openingHours: v.optional(
    v.record(
      v.pipe(
        v.string(),
        v.check((key) => parseDays(key) !== undefined, 'expected days like "mon-fri" or "sat,sun"'),
      ),
      v.array(hours),
    ),
    {},
  ),
})

const pbx = v.strictObject({
  kind: v.optional(v.literal('ozeki'), 'ozeki'),
  address: host,
  scriptUrl: v.optional(httpUrl),
  httpApiUrl: v.optional(v.nullable(httpUrl)),
  services: v.optional(extensionList, []),
  tokenLifetimeSeconds: v.optional(v.pipe(v.number(), v.minValue(1)), 86_400),
  pollSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(3_600)), 5),
  clientName: v.optional(name, '{team} wall'),
  csp: v.optional(v.picklist(['tolerant', 'strict']), 'tolerant'),
})

/** The config file, DESIGN 4.3. Unknown keys are errors; everything but `pbx.address` has a default. */
export const configSchema = v.strictObject({
  site: v.optional(site, {}),
  pbx,
  serviceLevel: v.optional(
    v.strictObject({
      answerWithinSeconds: v.optional(seconds, 20),
      target: v.optional(share, 0.8),
      shortAbandonSeconds: v.optional(seconds, 5),
      formula: v.optional(v.picklist(['offered', 'answered', 'positive']), 'offered'),
    }),
    {},
  ),
  wrapUpSeconds: v.optional(seconds, 0),
  presence: v.optional(
    v.strictObject({
      away: v.optional(v.record(v.string(), text), {}),
      back: v.optional(v.array(v.string()), []),
      notSeen: v.optional(v.boolean(), true),
    }),
    {},
  ),
  privacy: v.optional(
    v.strictObject({
      mask: v.optional(v.picklist(['none', 'last3', 'all']), 'last3'),
      place: v.optional(v.picklist(['floor', 'lobby', 'supervisor']), 'floor'),
      allowSupervisorPlace: v.optional(v.boolean(), false),
      storeMasked: v.optional(v.boolean(), false),
    }),
    {},
  ),
  screen: v.optional(
    v.strictObject({
      diagonalInches: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1))), null),
      viewingDistanceMetres: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0.1))), null),
      wakeLock: v.optional(v.boolean(), true),
      sortTiles: v.optional(v.picklist(['state', 'name']), 'state'),
    }),
    {},
  ),
  alerts: v.optional(
    v.strictObject({
      quietHours: v.optional(v.array(hours), []),
      hysteresisSeconds: v.optional(seconds, 10),
      stateSeconds: v.optional(v.record(v.string(), pair), {
        hold: [60, 180],
        wrapup: [60, 120],
        ringing: [15, 25],
      }),
    }),
    {},
  ),
  records: v.optional(
    v.strictObject({
      file: v.optional(name, 'callwall.db'),
      retentionDays: v.optional(
        v.pipe(v.number(), v.integer('expected a whole number'), v.minValue(1)),
        62,
      ),
    }),
    {},
  ),
  frameAncestors: v.optional(v.array(v.string()), []),
  teams: v.optional(
    v.pipe(
      v.array(team),
      v.check(
        (teams) => new Set(teams.map(({ id }) => id)).size === teams.length,
        'expected an id of its own for each team',
      ),
    ),
    [],
  ),
})

/** A config as the file may be written. */
export type ConfigInput = v.InferInput<typeof configSchema>
/** A config with every default filled in and every range spelt out. */
export type Config = v.InferOutput<typeof configSchema>

export type ConfigResult =
  | { readonly config: Config; readonly problems?: undefined }
  | { readonly config?: undefined; readonly problems: readonly InputProblem[] }

/** Checks an untrusted value; tells every problem at once. */
export function parseConfig(value: unknown): ConfigResult {
  const result = v.safeParse(configSchema, value)
  if (result.success) return { config: result.output }
  return { problems: result.issues.map(problemOf) }
}
