import * as v from 'valibot'
import { problemOf } from './inputProblem.ts'
import type { InputProblem } from './inputProblem.ts'
import { parseDays, parseHours } from './openingTimes.ts'
import { parseRanges } from './ranges.ts'

/** `1001-1020,1050` as its extensions; DESIGN 4.3 allows several such texts in one list. Each counts once. */
const extensionList = v.pipe(
  v.array(v.string()),
  v.rawTransform(({ dataset: { value: entries }, addIssue, NEVER }) => {
    let isBad = false
    for (const [key, value] of entries.entries()) {
      const read = parseRanges(value)
      if (!('problem' in read)) continue
      isBad = true
      const place = { type: 'array', origin: 'value', input: entries, key, value } as const
      addIssue({ message: read.code, input: value, path: [place] })
    }
    if (isBad) return NEVER
    const all = entries.length === 0 ? [] : parseRanges(entries.join(','))
    if (!('problem' in all)) return all
    addIssue({ message: all.code })
    return NEVER
  }),
)

const text = v.pipe(v.string(), v.trim(), v.maxLength(200))
const name = v.pipe(text, v.minLength(1, 'notEmpty'))
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const limit = v.pipe(v.number(), v.minValue(0), v.maxValue(1e9))
const pair = v.strictTuple([limit, limit])
const clockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):(00|30)$/, 'clockTime'))
const timeZone = v.pipe(v.string(), v.check(isTimeZone, 'timeZone'))
const httpUrl = v.pipe(v.string(), v.check(isHttpUrl, 'httpUrl'))
const hostForm = /^(auto|[\w.-]+|\[[\da-fA-F:]+\])$/
const host = v.pipe(
  v.string(),
  v.regex(hostForm, 'host'),
  v.check((value) => !hostForm.test(value) || isHttpUrl(`http://${value}/`), 'host'),
)

/** Zones like `+01:00` are known to newer browsers only. */
function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
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
  extensions: v.pipe(extensionList, v.minLength(1, 'someExtensions')),
})

const team = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/, 'teamId')),
  name: v.optional(name),
  queues: v.optional(extensionList, []),
  extensions: v.optional(extensionList, []),
  agents: v.optional(v.array(agent), []),
  thresholds: v.optional(v.record(v.string(), pair), {}),
})

const hours = v.pipe(
  v.string(),
  v.check((text) => parseHours(text) !== undefined, 'hours'),
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
        v.check((key) => parseDays(key) !== undefined, 'days'),
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
  tokenLifetimeSeconds: v.optional(
    v.pipe(v.number(), v.minValue(1), v.maxValue(31_622_400)),
    86_400,
  ),
  pollSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(3_600)), 5),
  clientName: v.optional(name, '{team} wall'),
  csp: v.optional(v.picklist(['tolerant', 'strict']), 'tolerant'),
})

/** The config file, DESIGN 4.3. Unknown keys are errors; everything but `pbx.address` has a default. */
export const configSchema = v.strictObject({
  /** Where an editor finds the schema of this file. */
  $schema: v.optional(v.string()),
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
      diagonalInches: v.optional(
        v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(1_000))),
        null,
      ),
      viewingDistanceMetres: v.optional(
        v.nullable(v.pipe(v.number(), v.minValue(0.1), v.maxValue(1_000))),
        null,
      ),
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
        v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_660)),
        62,
      ),
    }),
    {},
  ),
  frameAncestors: v.optional(v.array(v.string()), []),
  teams: v.optional(
    v.pipe(
      v.array(team),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return
        for (const [key, value] of dataset.value.entries()) {
          if (dataset.value.findIndex(({ id }) => id === value.id) === key) continue
          const at = { type: 'array', origin: 'value', input: dataset.value, key, value } as const
          const id = {
            type: 'object',
            origin: 'value',
            input: { ...value },
            key: 'id',
            value: value.id,
          } as const
          addIssue({ message: 'ownTeamId', input: value.id, path: [at, id] })
        }
      }),
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
