/** A queue whose first item is always the least one. */
export interface Heap<Item> {
  first(): Item | undefined
  push(item: Item): void
  pop(): Item | undefined
  clear(): void
}

/** A binary heap: `push` and `pop` cost the logarithm of what is in it. `isBefore` must be a strict order. */
export function createHeap<Item>(isBefore: (one: Item, other: Item) => boolean): Heap<Item> {
  const items: Item[] = []

  function rise(item: Item): void {
    let place = items.length
    while (place > 0) {
      const parentPlace = (place - 1) >> 1
      const parent = items[parentPlace] as Item
      if (!isBefore(item, parent)) break
      items[place] = parent
      place = parentPlace
    }
    items[place] = item
  }

  function sink(item: Item): void {
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      if (left >= items.length) break
      const right = left + 1
      const isRightLess =
        right < items.length && isBefore(items[right] as Item, items[left] as Item)
      const childPlace = isRightLess ? right : left
      const child = items[childPlace] as Item
      if (!isBefore(child, item)) break
      items[place] = child
      place = childPlace
    }
    items[place] = item
  }

  return {
    first: () => items[0],
    push: rise,
    pop() {
      const first = items[0]
      const last = items.pop()
      if (last !== undefined && items.length > 0) sink(last)
      return first
    },
    clear() {
      items.length = 0
    },
  }
}
