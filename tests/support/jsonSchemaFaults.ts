type Schema = Readonly<Record<string, unknown>>

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

const isObject = (value: unknown): value is Schema => typeOf(value) === 'object'

/** Paths at which `value` does not fit a schema of those words of draft 7 that the config's schema uses. Throws for others. */
export function jsonSchemaFaults(schema: Schema, value: unknown, path = ''): readonly string[] {
  const faults = Object.entries(schema).flatMap(([word, rule]) => {
    const test = words[word]
    if (test === undefined) throw new Error(`the word ${word} is not known here`)
    return test(rule, value, path, schema)
  })
  return [...new Set(faults)]
}

type Test = (rule: unknown, value: unknown, path: string, schema: Schema) => readonly string[]

const silent: Test = () => []
const when =
  (test: (rule: never, value: never) => boolean): Test =>
  (rule, value, path) =>
    test(rule as never, value as never) ? [] : [path]

const words: Readonly<Record<string, Test>> = {
  $schema: silent,
  title: silent,
  description: silent,
  default: silent,
  type: when(
    (type: string, value: unknown) =>
      typeOf(value) === type || (type === 'integer' && Number.isInteger(value)),
  ),
  const: when((wanted: unknown, value: unknown) => wanted === value),
  enum: when((wanted: readonly unknown[], value: unknown) => wanted.includes(value)),
  minimum: when((least: number, value: number) => !(value < least)),
  maximum: when((most: number, value: number) => !(value > most)),
  minLength: when((least: number, value: string) => !(value.length < least)),
  maxLength: when((most: number, value: string) => !(value.length > most)),
  pattern: when((pattern: string, value: string) => new RegExp(pattern).test(value)),
  minItems: when(
    (least: number, value: unknown) => !(Array.isArray(value) && value.length < least),
  ),
  required: (keys, value, path) =>
    (keys as string[])
      .filter((key) => isObject(value) && !(key in value))
      .map((key) => `${path}.${key}`),
  properties: (properties, value, path) =>
    Object.entries(properties as Readonly<Record<string, Schema>>).flatMap(([key, child]) =>
      isObject(value) && key in value ? jsonSchemaFaults(child, value[key], `${path}.${key}`) : [],
    ),
  additionalProperties: (rule, value, path, { properties = {} }) =>
    Object.entries(isObject(value) ? value : {})
      .filter(([key]) => !(key in (properties as Schema)))
      .flatMap(([key, child]) =>
        rule === false
          ? [`${path}.${key}`]
          : jsonSchemaFaults(rule as Schema, child, `${path}.${key}`),
      ),
  propertyNames: (rule, value, path) =>
    Object.keys(isObject(value) ? value : {}).flatMap((key) =>
      jsonSchemaFaults(rule as Schema, key, `${path}.${key}`),
    ),
  items: (rule, value, path) =>
    (Array.isArray(value) ? (value as unknown[]) : []).flatMap((child, index) => {
      const own: unknown = Array.isArray(rule) ? (rule as unknown[])[index] : rule
      return own === undefined ? [] : jsonSchemaFaults(own as Schema, child, `${path}[${index}]`)
    }),
  additionalItems: (rule, value, path, { items }) =>
    rule === false && Array.isArray(value) && value.length > (items as unknown[]).length
      ? [path]
      : [],
  anyOf: (rules, value, path) =>
    (rules as Schema[]).some((rule) => jsonSchemaFaults(rule, value, path).length === 0)
      ? []
      : [path],
}
