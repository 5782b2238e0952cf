import type { Page } from 'playwright'
import { parseConfig } from '../../../src/contract/config.ts'
import { settingsOf } from '../../../src/contract/siteOf.ts'
import type { Centre } from '../../../src/domain/centre.ts'
import { createZone } from '../../../src/domain/zone.ts'
import { demoRoster } from '../../../src/emulator/roster.ts'
import { hideEverything } from '../hideEverything.ts'
import type { WallStage } from '../wallStage.ts'
import { startWallStage } from '../wallStage.ts'
import { referenceCentre } from './referenceCentre.ts'

const timeZone = 'Europe/Budapest'
/** Longer than all tries together. */
const tokenLifetimeSeconds = 300 * 86_400
const zone = createZone(timeZone)
/** Before the first midnight. */
const start = zone.dayStart(Date.parse('2026-01-12T12:00:00Z'), 0) - 20_000

export const teamScope = 'team:bank'
export const route = '/team/bank'

/** A wall, a server and a PBX that goes wrong, and a centre that sees all that the PBX should have told. */
export interface FaultStage extends WallStage {
  readonly page: Page
  readonly reference: Centre
  /** As `ReferenceCentre.forget`. */
  readonly forget: () => () => void
  /** The coming midnight of the site, epoch ms. */
  nextMidnight(): number
  /** Local time with offset, as the chart of the wall names its rows. */
  readonly toIso: (at: number) => string
}

export async function startFaultStage(): Promise<FaultStage> {
  const roster = demoRoster(6)
  const config = {
    pbx: { tokenLifetimeSeconds },
    presence: { notSeen: false },
    teams: [
      {
        id: 'bank',
        queues: roster.queues.map(({ extension }) => extension),
        extensions: roster.agents.map(({ extension }) => extension),
      },
    ],
  }
  const stage = await startWallStage({
    ...{ roster, timeZone, start, config },
    emulator: { tokenLifetimeSeconds },
    hasEvents: true,
  })
  const { clock, exchange } = stage
  try {
    const parsed = parseConfig({
      ...config,
      site: { timeZone },
      pbx: { ...config.pbx, address: '127.0.0.1' },
    })
    if (parsed.config === undefined) throw new Error(JSON.stringify(parsed.problems))
    const { centre, forget } = referenceCentre(exchange, settingsOf(parsed.config))
    const page = await stage.open(route)
    await hideEverything(page)
    return {
      ...stage,
      ...{ page, reference: centre, forget },
      nextMidnight: () => zone.nextDay(zone.dayStart(clock.now(), 0), 0),
      toIso: (at) => zone.toIso(at),
    }
  } catch (error) {
    await stage.stop()
    throw error
  }
}
