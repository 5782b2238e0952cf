import type { Page } from 'playwright'

declare global {
  interface Window {
    cable?: { cut(): void; mend(): void }
  }
}

/** For `page.addInitScript`, before any other: the way of this page alone to the PBX, which can be cut. */
export function layCable(): void {
  const sockets = new Set<WebSocket>()
  let isCut = false
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      sockets.add(this)
      this.addEventListener('close', () => sockets.delete(this))
      if (isCut) this.close()
    }
  }
  window.cable = {
    cut() {
      isCut = true
      for (const socket of sockets) socket.close()
    },
    mend() {
      isCut = false
      window.dispatchEvent(new Event('online'))
    },
  }
}

/** Ends the connections of the page with the PBX, until `mendCable` lets it have new ones. */
export async function cutCable(page: Page): Promise<void> {
  const sockets = await page.evaluate(() => window.pageTraffic?.sockets() ?? 0)
  await page.evaluate(() => window.cable?.cut())
  await page.evaluate((due) => window.pageTraffic?.closed(due), sockets)
}

export async function mendCable(page: Page): Promise<void> {
  await page.evaluate(() => window.cable?.mend())
}
