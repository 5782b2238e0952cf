/**
 * `after` with every item that equals its former self in all its fields put in the former's place, and the former list
 * itself when nothing has changed: what is drawn from it need not be drawn again.
 */
export function keepSame<T extends object | undefined>(
  before: readonly T[],
  after: readonly T[],
): readonly T[] {
  const kept = after.map((item, index) => {
    const former = before[index]
    return former !== undefined && item !== undefined && isSameItem(former, item) ? former : item
  })
  const isSame =
    before.length === kept.length && kept.every((item, index) => item === before[index])
  return isSame ? before : kept
}

function isSameItem<T extends object>(one: T, other: T): boolean {
  const keys = Object.keys(other) as (keyof T)[]
  return (
    keys.length === Object.keys(one).length && keys.every((key) => Object.is(one[key], other[key]))
  )
}
