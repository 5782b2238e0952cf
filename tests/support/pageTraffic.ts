/** How far a page that is stepped is to be waited for. */
export interface Settling {
  /** Whether a request for a token may stay without its answer: the server waits for its own time, or for the PBX. */
  readonly isTokenHeld: boolean
  /** Whether a socket may stay without a first word: the PBX says nothing. */
  readonly isSocketHeld: boolean
}

/** What a page has done so far. */
export interface PageProgress {
  /** Grows with every request, socket, stream and script that begins or ends. */
  readonly steps: number
  /** Marks of the server's stream that were heard. */
  readonly marks: number
}

/** In a page that is stepped: what it has under way with the world. */
export interface PageTraffic {
  /** Sends what was held back, and resolves when all of it has been answered and dealt with. */
  settle(settling: Settling): Promise<PageProgress>
  /** Resolves when so many marks have been heard, or nothing listens for them. */
  heard(marks: number): Promise<void>
  /** How many sockets were ever opened. */
  sockets(): number
  /** Resolves when of all sockets so many have ended. */
  closed(sockets: number): Promise<void>
}

declare global {
  interface Window {
    pageTraffic?: PageTraffic
  }
}

/**
 * For `page.addInitScript`, before any other: keeps the books of what the page has under way. `isGated`: what a page
 * asks while it is moved is sent when it settles, because only then all clocks agree; and what the server's stream
 * repeats of the config is a mark, which the page itself does not hear; and chance is the same every time. `seed`: another
 * whole number for each page, above 0.
 */
export function keepTraffic({
  isGated,
  seed,
}: {
  readonly isGated: boolean
  readonly seed: number
}): void {
  if (isGated) {
    const modulus = 2_147_483_647
    let state = (seed * 1_234_577) % modulus
    Math.random = () => {
      state = (state * 16_807) % modulus
      return state / modulus
    }
  }
  const underWay = new Map<object, 'request' | 'token' | 'socket' | 'stream' | 'script'>()
  const looks = new Set<() => void>()
  const gated: (() => void)[] = []
  const sources = new Set<EventSource>()
  let isOpen = true
  let steps = 0
  let marks = 0
  let sockets = 0
  let closedSockets = 0

  // A task of its own comes after all that the one before has caused; timers are not the page's own here.
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    for (const look of [...looks]) look()
  }
  const changed = (): void => {
    steps++
    port2.postMessage(0)
  }
  const begin = (kind: 'request' | 'token' | 'socket' | 'stream' | 'script'): (() => void) => {
    const key = {}
    underWay.set(key, kind)
    steps++
    return () => {
      if (underWay.delete(key)) changed()
    }
  }
  const until = (isTrue: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isTrue()) return
        looks.delete(look)
        resolve()
      }
      looks.add(look)
      port2.postMessage(0)
    })

  const fetch = window.fetch.bind(window)
  const send: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    const text = await response.text()
    const { status, statusText, headers } = response
    const hasBody = status !== 204 && status !== 304
    const whole = new Response(hasBody ? text : null, { status, statusText, headers })
    // Whoever reads it goes on at once, so that nothing of it is left for later.
    whole.text = () => Promise.resolve(text)
    whole.json = () => new Promise((resolve) => resolve(JSON.parse(text)))
    return whole
  }
  window.fetch = async (input, init) => {
    const end = begin(input === '/api/token' ? 'token' : 'request')
    try {
      if (isGated && !isOpen) await new Promise<void>((resolve) => gated.push(resolve))
      return await send(input, init)
    } finally {
      end()
    }
  }

  class CountedSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      sockets++
      const end = begin('socket')
      this.addEventListener('message', end)
      this.addEventListener('close', () => {
        closedSockets++
        end()
        changed()
      })
    }
  }
  class CountedEvents extends EventSource {
    private readonly end = begin('stream')
    private hasConfig = false

    constructor(url: string | URL, init?: EventSourceInit) {
      super(url, init)
      sources.add(this)
      this.addEventListener('error', () => {
        this.end()
        changed()
      })
      this.addEventListener('config', (event) => {
        this.end()
        if (!this.hasConfig) {
          this.hasConfig = true
          return
        }
        event.stopImmediatePropagation()
        marks++
        port2.postMessage(0)
      })
    }

    override close(): void {
      super.close()
      sources.delete(this)
      this.end()
    }
  }
  window.WebSocket = CountedSocket
  if (isGated) window.EventSource = CountedEvents
  document.addEventListener('DOMContentLoaded', () => {
    const { head } = document
    const append = head.appendChild.bind(head)
    head.appendChild = (child) => {
      if (child instanceof HTMLScriptElement) {
        const end = begin('script')
        child.addEventListener('load', end)
        child.addEventListener('error', end)
      }
      return append(child)
    }
  })

  window.pageTraffic = {
    async settle({ isTokenHeld, isSocketHeld }) {
      isOpen = true
      for (const release of gated.splice(0)) release()
      for (const [key, kind] of underWay) {
        // Who was let in and told nothing may be told nothing for ever.
        if (isSocketHeld && kind === 'socket') underWay.delete(key)
      }
      await until(() => [...underWay.values()].every((kind) => isTokenHeld && kind === 'token'))
      isOpen = false
      return { steps, marks }
    },
    heard: (due) =>
      until(
        () =>
          marks >= due || [...sources].every(({ readyState }) => readyState !== EventSource.OPEN),
      ),
    sockets: () => sockets,
    closed: (due) => until(() => closedSockets >= due),
  }
}
