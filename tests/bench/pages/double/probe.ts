import type { TileChange } from '../../events/steps.ts'

/** Notes how long it takes until what was told is painted. */
export interface Probe {
  /** Looks out for what a step does to its tile, if that is in the page. `dueAt`: ms of `performance.now`. */
  watch(tile: TileChange, dueAt: number): boolean
  /** Tells that the tile of an agent has moved on: whoever waited for its state before is content with any later one. */
  moveOn(tile: TileChange): void
  /** Ms from due to painted, of all that were painted so far; and from due to now, of those that are not. */
  read(): { readonly latencies: readonly number[]; readonly open: readonly number[] }
}

interface Mark {
  readonly extension: string
  readonly states: Set<string>
  readonly dueAt: number
}

/**
 * Looks at the watched tiles after every frame, for as long as there are any: a message that is posted in a frame's
 * callback arrives when the frame has been painted.
 */
export function createProbe(page: Document): Probe {
  const channel = new MessageChannel()
  const latencies: number[] = []
  const tiles = new Map<string, Element>()
  let marks: Mark[] = []
  let isLooking = false

  const tileOf = (extension: string): Element | undefined => {
    const known = tiles.get(extension)
    if (known?.isConnected === true) return known
    const found = page.querySelector(`[data-tile][data-extension="${extension}"]`)
    if (found === null) return undefined
    tiles.set(extension, found)
    return found
  }
  const look = (): void => {
    isLooking = true
    requestAnimationFrame(() => channel.port2.postMessage(0))
  }
  channel.port1.onmessage = () => {
    const now = performance.now()
    const open: Mark[] = []
    for (const mark of marks) {
      const tile = tileOf(mark.extension)
      if (tile === undefined) continue
      if (mark.states.has(tile.getAttribute('data-state') ?? '')) latencies.push(now - mark.dueAt)
      else open.push(mark)
    }
    marks = open
    if (open.length > 0) look()
    else isLooking = false
  }

  return {
    watch([extension, state], dueAt) {
      // A tile that is on another page is shown when its turn comes.
      if (tileOf(extension) === undefined) return false
      marks.push({ extension, states: new Set([state]), dueAt })
      if (!isLooking) look()
      return true
    },
    moveOn([extension, state]) {
      for (const mark of marks) if (mark.extension === extension) mark.states.add(state)
    },
    read() {
      const now = performance.now()
      return { latencies, open: marks.map(({ dueAt }) => now - dueAt) }
    },
  }
}
