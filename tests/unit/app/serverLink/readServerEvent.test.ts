import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readServerEvent } from '@/app/serverLink/readServerEvent.ts'
import { serverEventNames } from '@/contract/serverEvents.ts'

const read = (name: string, body: unknown): unknown => readServerEvent(name, JSON.stringify(body))
const site = {
  config: { pbx: { address: '192.0.2.10' } },
  clock: { now: 5, speed: 2 },
  version: '1',
}

test('a config is read with its defaults', () => {
  expect(read('config', site)).toMatchObject({
    type: 'config',
    site: { type: 'server', version: '1', config: { wrapUpSeconds: 0 } },
  })
})

test.each([
  ['version', { version: '2' }, { type: 'version', version: '2' }],
  ['clock', { now: 5, speed: 2 }, { type: 'clock', clock: { now: 5, speed: 2 } }],
  ['records', { revision: 3 }, { type: 'records', revision: 3 }],
  [
    'notices',
    { notices: [{ code: 'tokenOver', at: 1 }] },
    { type: 'notices', notices: [{ code: 'tokenOver', at: 1 }] },
  ],
  ['active', { at: 1, calls: [] }, { type: 'active', active: { at: 1, calls: [] } }],
])('%s is read', (name, body, event) => {
  expect(read(name, body)).toEqual(event)
})

test.each([
  ['config', { ...site, config: { pbx: { address: 7 } } }],
  ['config', { ...site, clock: undefined }],
  ['version', {}],
  ['clock', { now: 'noon', speed: 1 }],
  ['notices', { notices: [{ code: 'fire', at: 1 }] }],
  ['active', { at: 1, calls: [{ id: 1 }] }],
  ['odd', {}],
])('%s with nonsense is no event', (name, body) => {
  expect(read(name, body)).toBeUndefined()
})

test('no text makes the reading throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...serverEventNames, 'odd'),
      fc.string(),
      fc.json(),
      (name, text, json) => {
        expect(readServerEvent(name, text)?.type ?? name).toBe(name)
        expect(readServerEvent(name, json)?.type ?? name).toBe(name)
      },
    ),
  )
})
