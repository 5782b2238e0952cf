import type { Page } from 'playwright'
import type { Emulator } from '../../src/emulator/emulator.ts'
import type { PageProgress, Settling } from './pageTraffic.ts'
import type { SteppedServer } from './steppedServer.ts'

/** Waits until nothing is under way between the parts of a stage, without waiting for any time to pass. */
export interface Settler {
  settle(): Promise<void>
}

export interface SettlerOptions {
  readonly emulator: Pick<Emulator, 'settled'>
  /** Where its time is stepped. */
  readonly server: SteppedServer | undefined
  /** Those that keep the books of their traffic. */
  readonly pages: readonly Page[]
  /** Whether the PBX takes connections and says nothing. @default it speaks */
  readonly isFrozen?: () => boolean
}

/** More rounds than any chain of question and answer is long. */
const mostRounds = 200

export function createSettler(options: SettlerOptions): Settler {
  const { emulator, server, pages, isFrozen = () => false } = options
  let before = ''

  /** What is told before the mark has been heard when the mark is. */
  const settlePage = async (page: Page): Promise<number> => {
    const settling = { isTokenHeld: server?.isHolding() ?? false, isSocketHeld: isFrozen() }
    const { steps, marks } = await page.evaluate(settleTraffic, settling)
    if (server === undefined) return steps
    server.mark()
    await page.evaluate(hearTraffic, marks + 1)
    return steps
  }
  const round = async (): Promise<string> => {
    await emulator.settled()
    await server?.settle()
    const steps = await Promise.all(pages.map(settlePage))
    return [server?.steps(), ...steps].join(' ')
  }

  return {
    async settle() {
      for (let rounds = 0; rounds < mostRounds; rounds++) {
        const now = await round()
        if (now === before) return
        before = now
      }
      throw new Error('The stage does not come to rest.')
    },
  }
}

/** In the page. */
function settleTraffic(settling: Settling): Promise<PageProgress> {
  if (window.pageTraffic === undefined) throw new Error('This page keeps no books.')
  return window.pageTraffic.settle(settling)
}

/** In the page. */
function hearTraffic(marks: number): Promise<void> | undefined {
  return window.pageTraffic?.heard(marks)
}
