import * as v from 'valibot'
import {
  activeEventSchema,
  clockEventSchema,
  noticesEventSchema,
  recordsEventSchema,
  serverEventNames,
  versionEventSchema,
} from '../../contract/serverEvents.ts'
import type { ActiveEvent, Notice } from '../../contract/serverEvents.ts'
import { readServed } from '../loadSite.ts'
import type { ServedSite } from '../loadSite.ts'

/** What the server tells by itself. */
export type ServerEvent =
  | { readonly type: 'config'; readonly site: ServedSite }
  | { readonly type: 'version'; readonly version: string }
  | { readonly type: 'clock'; readonly clock: ServedSite['clock'] }
  | { readonly type: 'active'; readonly active: ActiveEvent }
  | { readonly type: 'notices'; readonly notices: readonly Notice[] }
  | { readonly type: 'records'; readonly revision: number }

/** An event of the stream, checked; `undefined` for anything that is none. */
export function readServerEvent(name: string, data: string): ServerEvent | undefined {
  const known = serverEventNames.find((candidate) => candidate === name)
  const body = parseJson(data)
  switch (known) {
    case 'config': {
      const site = readServed(body)
      return site.type === 'server' ? { type: 'config', site } : undefined
    }
    case 'version':
      return read(versionEventSchema, body, ({ version }) => ({ type: 'version', version }))
    case 'clock':
      return read(clockEventSchema, body, (clock) => ({ type: 'clock', clock }))
    case 'active':
      return read(activeEventSchema, body, (active) => ({ type: 'active', active }))
    case 'notices':
      return read(noticesEventSchema, body, ({ notices }) => ({ type: 'notices', notices }))
    case 'records':
      return read(recordsEventSchema, body, ({ revision }) => ({ type: 'records', revision }))
    case undefined:
      return undefined
  }
}

function read<Body>(
  schema: v.GenericSchema<unknown, Body>,
  body: unknown,
  eventOf: (body: Body) => ServerEvent,
): ServerEvent | undefined {
  const result = v.safeParse(schema, body)
  return result.success ? eventOf(result.output) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
