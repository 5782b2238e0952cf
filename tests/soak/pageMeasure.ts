import type { CDPSession, Page } from 'playwright'
import { codeMegabytes } from './codeMegabytes.ts'

/** What a page holds after everything that can be forgotten has been. */
export interface PageMeasure {
  readonly heapMegabytes: number
  /** How much of it the engine needs for code; `undefined` where nobody wants to wait for it. */
  readonly codeMegabytes: number | undefined
  /** Nodes that are in the page, but for the table of the chart, which every half-hour adds a row to. */
  readonly attachedNodes: number
  /** Nodes that are kept without being in the page, and what the browser itself puts into controls. */
  readonly otherNodes: number
  readonly listeners: number
  readonly documents: number
  readonly canvases: number
  /** Timers that are set, of a page whose clock is controlled. */
  readonly timers: number
}

/**
 * Measures `page` whenever it is asked.
 * @param measuresCode takes some seconds for each measure
 */
export async function createPageMeasure(
  page: Page,
  measuresCode: boolean,
): Promise<() => Promise<PageMeasure>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  return async () => {
    // What a finalizer lets go is collected by the next turn.
    for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const metric = await metricsOf(session)
    const { attachedNodes, rowNodes } = await page.evaluate(countNodes)
    return {
      heapMegabytes: usedSize / 2 ** 20,
      codeMegabytes: measuresCode ? await codeMegabytes(session) : undefined,
      attachedNodes,
      otherNodes: metric('Nodes') - attachedNodes - rowNodes,
      listeners: metric('JSEventListeners'),
      documents: metric('Documents'),
      canvases: await page.locator('canvas').count(),
      timers: await page.evaluate(countTimers),
    }
  }
}

async function metricsOf(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const byName = new Map(metrics.map(({ name, value }) => [name, value]))
  return (name) => byName.get(name) ?? NaN
}

/** In the page; by the controlled clock, since a browser does not tell. */
function countTimers(): number {
  const { __pwClock: clock } = window as {
    __pwClock?: { controller?: { _timers?: { size?: number } } }
  }
  return clock?.controller?._timers?.size ?? -1
}

/** In the page. */
function countNodes(): { readonly attachedNodes: number; readonly rowNodes: number } {
  const nodesIn = (root: Node): number => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL)
    let count = 1
    while (walker.nextNode() !== null) count++
    return count
  }
  const tables = [...document.querySelectorAll('[data-chart-table]')].map(nodesIn)
  const rowNodes = tables.reduce((sum, count) => sum + count, 0)
  return { attachedNodes: nodesIn(document) - rowNodes, rowNodes }
}
