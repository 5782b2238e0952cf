/** What a page that is stepped hears of its server. */
export interface StillServer {
  readonly version: string
  /** Whether the page's reports reach the server. */
  readonly hasReports: boolean
  /** Whether the page keeps its calls with the server, and reads them there. */
  readonly hasRecords: boolean
}

/**
 * For `page.addInitScript`: the server's stream tells only that it is alive, in the page's own time. Its `clock` would
 * move a page that nothing but steps may move, and a day of reports takes minutes.
 */
export function keepServerStill({ version, hasReports, hasRecords }: StillServer): void {
  class StillEvents extends EventTarget {
    readonly readyState = 1
    readonly timer: ReturnType<typeof setInterval>

    constructor() {
      super()
      const tell = (): void => {
        this.dispatchEvent(new MessageEvent('version', { data: JSON.stringify({ version }) }))
      }
      this.timer = setInterval(tell, 15_000)
      tell()
    }

    close(): void {
      clearInterval(this.timer)
    }
  }
  Object.assign(window, { EventSource: StillEvents })
  const send = window.fetch.bind(window)
  window.fetch = (input, init) => {
    const path = typeof input === 'string' ? input : ''
    if (!hasReports && path === '/api/report') {
      return Promise.resolve(new Response(null, { status: 204 }))
    }
    if (!hasRecords && path === '/api/calls') {
      return Promise.resolve(Response.json({ stored: [], isBehind: false }))
    }
    if (!hasRecords && path.startsWith('/api/calls?')) {
      const nothing = { revision: 0, covered: [], counted: [], calls: [], next: null }
      return Promise.resolve(Response.json({ day: '2026-01-01', ...nothing }))
    }
    return send(input, init)
  }
}
