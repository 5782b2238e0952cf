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
 * Looks at the watched tiles after every frame in which the page drew. It asks for none that the page has not asked for,
 * unless a tile changes outside a frame: a page that waits between two of them would be measured drawing all the time.
 */
export function createProbe(window: Window): Probe {
  const { document: page } = window
  const { port1: painted, port2: afterFrame } = new MessageChannel()
  const askFrame = window.requestAnimationFrame.bind(window)
  const latencies: number[] = []
  const tiles = new Map<string, Element>()
  let marks: Mark[] = []
  let isDrawing = false

  /** Called in a frame: a message that is posted there arrives when the frame has been painted. */
  const noteFrame = (): void => {
    if (isDrawing) return
    isDrawing = true
    afterFrame.postMessage(0)
  }
  window.requestAnimationFrame = (callback) =>
    askFrame((time) => {
      noteFrame()
      callback(time)
    })
  const changes = new MutationObserver(() => {
    if (!isDrawing) askFrame(noteFrame)
  })

  const tileOf = (extension: string): Element | undefined => {
    const known = tiles.get(extension)
    if (known?.isConnected === true) return known
    const found = page.querySelector(`[data-tile][data-extension="${extension}"]`)
    if (found === null) return undefined
    tiles.set(extension, found)
    changes.observe(found, { attributeFilter: ['data-state'] })
    return found
  }
  painted.onmessage = () => {
    isDrawing = false
    const now = performance.now()
    marks = marks.filter(({ extension, states, dueAt }) => {
      const tile = tileOf(extension)
      if (tile === undefined) return false
      if (!states.has(tile.getAttribute('data-state') ?? '')) return true
      latencies.push(now - dueAt)
      return false
    })
  }

  return {
    watch([extension, state], dueAt) {
      // A tile that is on another page is shown when its turn comes.
      if (tileOf(extension) === undefined) return false
      marks.push({ extension, states: new Set([state]), dueAt })
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
