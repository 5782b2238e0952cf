import { toJsonSchema } from '@valibot/to-json-schema'
import type { JsonSchema } from '@valibot/to-json-schema'
import { configSchema } from '../../contract/config.ts'
import { agentStates } from '../../domain/agentState.ts'
import { configDescriptions } from './configDescriptions.ts'
import { figureUnits } from './figureNames.ts'

/** What JSON Schema can say of a check that is a function, by the check's name. */
const patterns: Readonly<Record<string, string>> = {
  httpUrl: '^https?://',
  hours: '^\\d\\d:\\d\\d-\\d\\d:\\d\\d$',
  days: '^[A-Za-z]{3}([-,][A-Za-z]{3})*$',
  timeZone: '^[A-Za-z]',
}

const extensionLists: ReadonlySet<string> = new Set([
  'pbx.services',
  'teams[].queues',
  'teams[].extensions',
  'teams[].agents[].extensions',
])

/**
 * The schema of the config file for editors, draft 7, made of the schema that the program checks by. It knows no overlaps
 * and other relations between keys. This module is for the making of the file only: the program does not need it.
 */
export function configJsonSchema(): JsonSchema {
  const schema = toJsonSchema(configSchema, {
    typeMode: 'input',
    errorMode: 'ignore',
    overrideAction({ valibotAction, jsonSchema }) {
      const { type, message } = valibotAction as { type: string; message?: unknown }
      const pattern = type === 'check' ? patterns[String(message)] : undefined
      return pattern === undefined ? undefined : { ...jsonSchema, pattern }
    },
  })
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The config file of callwall',
    ...described(schema, ''),
  }
}

/** With what is said of the place at `path`, and of all places in it. */
function described(schema: JsonSchema, path: string): JsonSchema {
  const { properties, items, additionalProperties } = schema
  const description = configDescriptions[path]
  return {
    ...(description !== undefined && { description }),
    ...schema,
    ...(properties !== undefined && { properties: describedKeys(properties, path) }),
    ...(isSchema(items) && { items: describedEntry(items, path) }),
    ...(isSchema(additionalProperties) && {
      additionalProperties: described(additionalProperties, `${path}.*`),
    }),
    ...(path === 'teams[].thresholds' && { propertyNames: { enum: Object.keys(figureUnits) } }),
    ...(path === 'alerts.stateSeconds' && { propertyNames: { enum: [...agentStates] } }),
  }
}

function describedKeys(
  properties: NonNullable<JsonSchema['properties']>,
  path: string,
): NonNullable<JsonSchema['properties']> {
  const prefix = path === '' ? '' : `${path}.`
  return Object.fromEntries(
    Object.entries(properties).map(([key, child]) => [
      key,
      isSchema(child) ? described(child, `${prefix}${key}`) : child,
    ]),
  )
}

function describedEntry(items: JsonSchema, path: string): JsonSchema {
  const entry = described(items, `${path}[]`)
  return extensionLists.has(path) ? { ...entry, pattern: '^[\\w*#+., -]+$' } : entry
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
