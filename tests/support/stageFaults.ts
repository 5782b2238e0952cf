import type { Page } from 'playwright'
import type { Emulator } from '../../src/emulator/emulator.ts'
import type { FaultName, Faults } from '../../src/emulator/faults.ts'
import type { Settler } from './settleStage.ts'

/** Faults that end the connections that there are. */
const cutting: ReadonlySet<FaultName> = new Set(['drop', 'restart', 'expireTokens'])

/**
 * The faults of the emulator on a stage.
 * @param inForce what goes on, for whoever waits for answers
 * @param pages those that keep the books of their traffic
 */
export function stageFaults(stage: {
  readonly emulator: Pick<Emulator, 'faults'>
  readonly pages: readonly Page[]
  readonly inForce: Set<FaultName>
  readonly settler: Settler
}): Faults {
  const { emulator, pages, inForce, settler } = stage
  return {
    async begin(fault) {
      const sockets = await Promise.all(pages.map((page) => page.evaluate(socketsOf)))
      inForce.add(fault.name)
      await emulator.faults.begin(fault)
      if (cutting.has(fault.name))
        await Promise.all(pages.map((page, place) => page.evaluate(areClosed, sockets[place] ?? 0)))
      await settler.settle()
    },
    async end(name) {
      await emulator.faults.end(name)
      inForce.delete(name)
      await settler.settle()
    },
  }
}

/** In the page. */
function socketsOf(): number {
  return window.pageTraffic?.sockets() ?? 0
}

/** In the page. */
function areClosed(sockets: number): Promise<void> | undefined {
  return window.pageTraffic?.closed(sockets)
}
