import { longestText } from '../../domain/longestText.ts'
import type { OzHelper, OzSession, OzWebClient } from './ozWebClient.ts'

const mostEntries = 10_000

/** Whether `value` may have properties; functions may, and a script may define its API as one. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

/** The property `name` of something foreign; `undefined` when it has none or its getter throws. */
export function readProperty(target: unknown, name: string): unknown {
  if (!isObject(target)) return undefined
  try {
    return Reflect.get(target, name) as unknown
  } catch {
    return undefined
  }
}

/** A string or number as trimmed text of bounded length; everything else is empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, longestText).trim()
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) {
    return String(value).slice(0, longestText)
  }
  return ''
}

/** The first text that is not empty among the properties `names`. */
export function readText(target: unknown, names: readonly string[]): string {
  for (const name of names) {
    const text = textOf(readProperty(target, name))
    if (text !== '') return text
  }
  return ''
}

/**
 * Every spelling in which the vendor's pages write a property: sessionId, SessionId, SessionID, sessionID,
 * sessionid, session_id.
 */
export function spellingsOfName(...names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap(spellingsOfOne))]
}

function spellingsOfOne(name: string): readonly string[] {
  const pascal = name.charAt(0).toUpperCase() + name.slice(1)
  const withId = [name, pascal, name.replace(/(id)$/i, 'ID'), pascal.replace(/(id)$/i, 'ID')]
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return [...withId, name.toLowerCase(), name.toUpperCase(), snake]
}

/** One value of a foreign collection; the key is empty where the collection has none. */
export interface ForeignEntry {
  readonly key: string
  readonly value: unknown
}

/** The values of an array, a Map, a Set or an object used as a map; none for what is none of them. */
export function entriesOf(raw: unknown): readonly ForeignEntry[] {
  try {
    return isObject(raw) && typeof raw !== 'function' ? collect(raw) : []
  } catch {
    return []
  }
}

/** Nothing of its own is called, since it may answer anything, and without end. */
function collect(raw: object): readonly ForeignEntry[] {
  if (Array.isArray(raw)) return itemsOf(raw)
  if (raw instanceof Set) return firstOf(Set.prototype.values.call(raw), (value) => ['', value])
  if (raw instanceof Map) return firstOf(Map.prototype.entries.call(raw), (pair) => pair)
  return firstOf(Object.keys(raw), (key) => [key, readProperty(raw, key)])
}

function itemsOf(list: readonly unknown[]): readonly ForeignEntry[] {
  const length = Math.min(list.length, mostEntries)
  return Array.from({ length }, (_, place) => ({ key: '', value: list[place] }))
}

function firstOf<T>(
  items: Iterable<T>,
  pairOf: (item: T) => readonly [unknown, unknown],
): readonly ForeignEntry[] {
  const entries: ForeignEntry[] = []
  for (const item of items) {
    if (entries.length >= mostEntries) break
    const [key, value] = pairOf(item)
    entries.push({ key: textOf(key), value })
  }
  return entries
}

/** All of the PBX's script that this program may call; nothing here changes a call. */
export type ReadingMethod = Extract<
  keyof OzWebClient | keyof OzHelper | keyof OzSession,
  | 'connect'
  | 'disconnect'
  | 'onConnectionStateChanged'
  | 'onConStateChanged'
  | 'onSessionCreated'
  | 'onSessionClosed'
  | 'onSessionStateChanged'
  | 'onClientStateChanged'
  | 'onUserInfoReceived'
  | 'onErrorOccured'
  | 'getActiveSessionsBySessionState'
  | 'getExtensions'
  | 'getOutsideLines'
  | 'getUserByExtension'
>

/** Whether `target` has the method. Not whether it works. */
export function hasMethod(target: unknown, method: ReadingMethod): target is object {
  return typeof readProperty(target, method) === 'function'
}

/** Calls a method of something foreign; `undefined` when it has none. Throws what the method throws. */
export function invoke(target: unknown, method: ReadingMethod, ...args: unknown[]): unknown {
  const found = readProperty(target, method)
  return typeof found === 'function' ? (Reflect.apply(found, target, args) as unknown) : undefined
}
