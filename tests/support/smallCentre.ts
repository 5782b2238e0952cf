import type { Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { siteEquipment } from '../../src/emulator/roster.ts'
import { enterQueue } from '../../src/emulator/stories/queue.ts'
import type { OutsideCaller } from '../../src/emulator/stories/stage.ts'
import type { PbxSession, Roster } from '../../src/emulator/types.ts'
import { sharedBrowser } from './sharedBrowser.ts'
import type { WallStage, WallStageOptions } from './wallStage.ts'
import { startWallStage } from './wallStage.ts'

/** 09:30 on a Monday in Budapest. */
export const monday = Date.parse('2026-11-23T08:30:00Z')

const roster: Roster = {
  agents: [
    { extension: '1001', name: 'Ana Ruiz' },
    { extension: '1002', name: 'Bo Lind' },
    { extension: '1003', name: 'Cy Park' },
  ],
  queues: [
    { extension: '5000', name: 'Support line' },
    { extension: '5001', name: 'Sales line' },
  ],
  ...siteEquipment,
}

const config: WallStageOptions['config'] = {
  presence: { notSeen: false },
  teams: [
    { id: 'support', name: 'Support', queues: ['5000'], extensions: ['1001-1002'] },
    { id: 'sales', name: 'Sales', queues: ['5001'], extensions: ['1002', '1003'] },
  ],
}

/** Two teams that share Bo Lind, without any traffic; stopped when the test has finished. */
export async function smallStage(
  changes: Partial<Omit<WallStageOptions, 'config'>> & {
    readonly config?: Partial<WallStageOptions['config']>
  } = {},
): Promise<WallStage> {
  const stage = await startWallStage({
    roster,
    start: monday,
    timeZone: 'Europe/Budapest',
    browser: await sharedBrowser(),
    ...changes,
    config: { ...config, ...changes.config },
  })
  onTestFinished(() => stage.stop())
  return stage
}

export const customer: OutsideCaller = { number: '+3615550123', name: '' }

/** A caller who waits in the support queue. */
export const waitingCaller = ({ exchange }: WallStage, caller = customer): PbxSession =>
  enterQueue(exchange, caller, '5000')

/** A call from outside that rings at an extension. */
export function ringing({ exchange }: WallStage, callee: string, caller = customer): PbxSession {
  const session = exchange.open({
    caller: caller.number,
    callee,
    callerDisplayName: caller.name,
  })
  exchange.move(session.sessionId, 'Ringing')
  return session
}

/** The data attributes of every element that `selector` finds, in the order of the page. */
export const hooks = (
  page: Page,
  selector: string,
): Promise<Record<string, string | undefined>[]> =>
  page
    .locator(selector)
    .evaluateAll((found) =>
      found.map((element) => Object.fromEntries(Object.entries(element.dataset))),
    )

/** The state of each tile, by the first extension. */
export async function tileStates(page: Page): Promise<Record<string, string | undefined>> {
  const tiles = await hooks(page, '[data-tile]')
  return Object.fromEntries(tiles.map((tile) => [tile['extension'] ?? '', tile['state']]))
}

/** The text of each field of the first popup. */
export async function popupFields(page: Page): Promise<Record<string, string>> {
  const fields = await page
    .locator('[data-popup]')
    .first()
    .locator('[data-field]')
    .evaluateAll((found) =>
      found.map((field) => [field.dataset['field'] ?? '', field.textContent.trim()] as const),
    )
  return Object.fromEntries(fields)
}
