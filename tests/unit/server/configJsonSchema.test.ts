import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { expect, test } from 'vitest'
import { configDescriptions } from '@/server/config/configDescriptions.ts'
import { configJsonSchema } from '@/server/config/configJsonSchema.ts'
import { readConfig } from '@/server/configFile.ts'
import { jsonSchemaFaults } from '../../support/jsonSchemaFaults.ts'

const schema = configJsonSchema() as unknown as Readonly<Record<string, unknown>>
const pbx = { address: '192.0.2.10' }

test('callwall.schema.json is that of the config; where it is not, this test with -u renews it', async () => {
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 100 })
  await expect(text).toMatchFileSnapshot('../../../callwall.schema.json')
})

test('the example of the documentation fits the schema and the server’s checks', async () => {
  const file = fileURLToPath(new URL('../../../docs/config.md', import.meta.url))
  const [, example = ''] = /```jsonc\n([^]*?)```/.exec(await readFile(file, 'utf8')) ?? []
  const json = example.replace(/\s\/\/ .*$/gm, '')
  expect(jsonSchemaFaults(schema, JSON.parse(json))).toEqual([])
  expect(readConfig(json, 'docs').teams[0]?.id).toBe('support')
})

test('every key has a description, and every description a key', () => {
  const described: string[] = []
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const { properties, items, additionalProperties, description } = node as Record<string, unknown>
    if (description !== undefined) described.push(path)
    for (const [key, child] of Object.entries(properties ?? {})) {
      const own = path === '' ? key : `${path}.${key}`
      expect(child, own).toHaveProperty('description')
      walk(child, own)
    }
    if (!Array.isArray(items)) walk(items, `${path}[]`)
    walk(additionalProperties, `${path}.*`)
  }
  walk(schema, '')
  expect(described.sort()).toEqual(Object.keys(configDescriptions).sort())
})

test.each([
  [{}, '.pbx'],
  [{ pbx: {} }, '.pbx.address'],
  [{ pbx, teems: [] }, '.teems'],
  [{ pbx: { address: 'http://192.0.2.10/' } }, '.pbx.address'],
  [{ pbx, teams: [{ id: 'a', queues: [5000] }] }, '.teams[0].queues[0]'],
  [{ pbx, teams: [{ id: 'a', extensions: ['1001–1020'] }] }, '.teams[0].extensions[0]'],
  [{ pbx, teams: [{ id: 'a', thresholds: { waiting: [1, 2] } }] }, '.teams[0].thresholds.waiting'],
  [{ pbx, teams: [{ id: 'a', thresholds: { offered: [1] } }] }, '.teams[0].thresholds.offered'],
  [{ pbx, alerts: { stateSeconds: { onhold: [1, 2] } } }, '.alerts.stateSeconds.onhold'],
  [{ pbx, site: { openingHours: { mon: ['8-18'] } } }, '.site.openingHours.mon[0]'],
  [{ pbx: { ...pbx, httpApiUrl: 'ftp://x/' } }, '.pbx.httpApiUrl'],
  [{ pbx, serviceLevel: { target: 80 } }, '.serviceLevel.target'],
])('an editor marks %j at %s', (value, path) => {
  expect(jsonSchemaFaults(schema, value)).toEqual([path])
})

test('a site without an HTTP API is no fault, nor is the place of the schema', () => {
  const config = { $schema: './callwall.schema.json', pbx: { ...pbx, httpApiUrl: null } }
  expect(jsonSchemaFaults(schema, config)).toEqual([])
})
