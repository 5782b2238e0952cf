import type { WebClient } from '../client.ts'
import { isObject, readProperty, readText, spellingsOfName } from './foreign.ts'

/**
 * Another web client out of what `onClientStateChanged` tells: its properties stand beside its number (the page's
 * code) or in an object inside (its text). Only what a wall shows is read, since the PBX passes on all that a client
 * connected with, a password included. `undefined` without a number or a status.
 */
export function readClient(raw: unknown): WebClient | undefined {
  const places = [raw, ...innerObjects(raw)]
  const text = (...names: readonly string[]): string => {
    const spellings = spellingsOfName(...names)
    return places.map((place) => readText(place, spellings)).find((found) => found !== '') ?? ''
  }
  const id = text('phoneNumber', 'id')
  const status = text('status', 'state').toUpperCase()
  if (id === '' || (status !== 'ONLINE' && status !== 'OFFLINE')) return undefined
  return {
    id,
    isOnline: status === 'ONLINE',
    name: text('nickname'),
    kind: text('kind'),
    route: text('route'),
    version: text('version'),
    since: instant(text('since')),
  }
}

function innerObjects(raw: unknown): readonly unknown[] {
  if (!isObject(raw)) return []
  try {
    return Object.keys(raw)
      .map((key) => readProperty(raw, key))
      .filter(isObject)
  } catch {
    return []
  }
}

function instant(text: string): number | undefined {
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}
