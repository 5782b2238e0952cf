import { configSchema } from '../../contract/config.ts'

/** What of a valibot schema tells which keys there are. */
interface Shape {
  readonly entries?: Readonly<Record<string, Shape>>
  readonly wrapped?: Shape
  readonly item?: Shape
}

const root = configSchema as unknown as Shape

/** The keys that the object at `place` may have; `undefined` where any key, or none, is right. A number is a place in a list. */
export function keysAt(place: readonly unknown[]): readonly string[] | undefined {
  let shape: Shape | undefined = root
  for (const key of place) {
    shape = typeof key === 'number' ? shape?.item : shape?.entries?.[String(key)]
    while (shape?.wrapped !== undefined) shape = shape.wrapped
  }
  return shape?.entries === undefined ? undefined : Object.keys(shape.entries)
}

/** Every place that a key has outside lists, `pbx.csp` for `csp`. */
export function placesOfKey(key: string): readonly string[] {
  const top = keysAt([]) ?? []
  const inside = top.filter((parent) => keysAt([parent])?.includes(key))
  return [...(top.includes(key) ? [key] : []), ...inside.map((parent) => `${parent}.${key}`)]
}
