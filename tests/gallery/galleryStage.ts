import type { Page } from 'playwright'
import { demoRoster } from '../../src/emulator/roster.ts'
import { playPresenceCode } from '../../src/emulator/stories/presence.ts'
import { createStage } from '../../src/emulator/stories/stage.ts'
import { simulatedTraffic } from '../../src/emulator/traffic/simulated.ts'
import type { Roster } from '../../src/emulator/types.ts'
import { goTo } from '../support/goTo.ts'
import { startWallStage } from '../support/wallStage.ts'
import type { WallStage, WallStageOptions } from '../support/wallStage.ts'

export interface GalleryLoad {
  readonly agents: number
  /** 1: as many calls as the agents are enough for; 0: none at all. */
  readonly load: number
  /** How long the wall has watched when its picture is taken. */
  readonly minutes: number
}

/** A stage whose wall has watched for a while. */
export interface GalleryStage {
  readonly stage: WallStage
  readonly page: Page
  /** Takes the page to another address of the wall without losing what it has seen. */
  go(route: string): Promise<void>
}

const timeZone = 'Europe/Budapest'
/** 10:47 on a Monday. */
const pictureTime = Date.parse('2026-11-23T09:47:00Z')
const stepMs = 5_000

/** A working centre of `agents` people whose team wall has watched the last `minutes`. Stop its `stage`. */
export async function startGalleryStage({
  agents,
  load,
  minutes,
}: GalleryLoad): Promise<GalleryStage> {
  const roster = demoRoster(agents)
  const start = pictureTime - minutes * 60_000
  const stage = await startWallStage({
    roster,
    start,
    timeZone,
    ...(load > 0 && { traffic: simulatedTraffic({ seed: 3, roster, load, timeZone }) }),
    config: configOf(roster),
  })
  try {
    const page = await stage.open('/team/support')
    if (load > 0) sendSomeAway(stage, roster)
    for (let at = start + stepMs; at <= pictureTime; at += stepMs) await stage.stepTo(at)
    await stage.draw()
    return { stage, page, go: (route) => go(stage, page, route) }
  } catch (error) {
    await stage.stop()
    throw error
  }
}

function configOf({ agents, queues }: Roster): WallStageOptions['config'] {
  const team = (id: string, name: string, from: number, to: number) => ({
    id,
    name,
    queues: queues.map(({ extension }) => extension),
    extensions: agents.slice(from, to).map(({ extension }) => extension),
    thresholds: {
      waitingCalls: [2, 5] as [number, number],
      longestWaitNow: [60, 120] as [number, number],
      serviceLevel: [0.8, 0.6] as [number, number],
    },
  })
  return {
    site: { name: 'Contoso' },
    wrapUpSeconds: 15,
    presence: { away: { '*45': 'Lunch' }, back: ['*46'] },
    teams: [
      team('support', 'Support', 0, agents.length),
      team('sales', 'Sales', 0, Math.ceil(agents.length / 3)),
      team('billing', 'Billing', Math.ceil(agents.length / 3), agents.length),
    ],
  }
}

/** Every ninth agent is at lunch. */
function sendSomeAway({ exchange }: WallStage, { agents }: Roster): void {
  const scene = createStage(exchange)
  for (const [index, { extension }] of agents.entries()) {
    if (index % 9 === 8) playPresenceCode(scene, extension, '*45')
  }
}

async function go(stage: WallStage, page: Page, route: string): Promise<void> {
  await goTo(page, route)
  // The texts of another language are fetched.
  const language = new URL(route, page.url()).searchParams.get('lang') ?? 'en'
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
  await stage.draw()
}
