import type { InputProblem } from '../../contract/inputProblem.ts'
import { keysAt, placesOfKey } from './configShape.ts'
import { nearest } from './nearest.ts'

/** A problem, and where it stands as keys. */
export interface Fault {
  readonly place: readonly (string | number)[]
  readonly problem: InputProblem
}

/**
 * What the schema itself is silent about: every unknown key of an object, where it tells the first one only, and lists
 * in place of keys and values, which it takes for objects.
 */
export function shapeFaults(
  value: unknown,
  place: readonly (string | number)[] = [],
): readonly Fault[] {
  if (typeof value !== 'object' || value === null) return []
  const known = keysAt(place)
  if (Array.isArray(value)) {
    if (known !== undefined) return [listFault(value, place)]
    return value.flatMap((child, index) => shapeFaults(child, [...place, index]))
  }
  return Object.entries(value).flatMap(([key, child]) =>
    known === undefined || known.includes(key)
      ? shapeFaults(child, [...place, key])
      : [keyFault(place, key, known)],
  )
}

function listFault(list: readonly unknown[], place: Fault['place']): Fault {
  const found = list.length === 0 ? '[]' : '[…]'
  return { place, problem: { path: pathOf(place), code: 'object', found, expected: '' } }
}

function keyFault(parent: Fault['place'], key: string, known: readonly string[]): Fault {
  const place = [...parent, key]
  const meant = nearest(key, known) ?? placesOfKey(key)[0]
  const suggestion = meant === undefined ? {} : { suggestion: `"${meant}"` }
  const problem = { path: pathOf(place), code: 'unknownKey', found: '', expected: '' } as const
  return { place, problem: { ...problem, ...suggestion } }
}

function pathOf(place: Fault['place']): string {
  const keys = place.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
  return keys.join('').replace(/^\./, '')
}
