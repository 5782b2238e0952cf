import type { Page } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import type { Expectation } from '../../src/emulator/scenario/expectation.ts'
import { scenarioTraffic } from '../../src/emulator/scenario/playScenario.ts'
import { hooks, tileStates } from '../support/smallCentre.ts'
import { startWallStage } from '../support/wallStage.ts'
import { scenarioNamed } from '../unit/emulator/scenario/scenarioRun.ts'

const names = [
  'an-attended-transfer',
  'two-calls-on-one-agent',
  'a-blind-transfer-to-another-queue',
]

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

/** What a wall of everybody shows of an expectation: states of tiles, and figures over all queues. */
function shownOf(expected: Expectation): Record<string, unknown> {
  const { visits, waiting, agents = {} } = expected
  const states = Object.entries(agents).map(([id, words]) => [id, words.split(/[ ,]/)[0]] as const)
  return {
    tiles: Object.fromEntries(states),
    ...(waiting && { waitingCalls: String(sum(waiting)) }),
    ...(visits && { answered: String(visits.filter((visit) => / answered/.test(visit)).length) }),
  }
}

async function readWall(page: Page, expected: Expectation): Promise<Record<string, unknown>> {
  const tiles = await tileStates(page)
  const figures = await hooks(page, '[data-figure][data-scope="all"]')
  const value = (name: string): string | undefined =>
    figures.find(({ figure }) => figure === name)?.['value']
  const wanted = Object.keys(expected.agents ?? {})
  return {
    tiles: Object.fromEntries(wanted.map((id) => [id, tiles[id]])),
    ...(expected.waiting && { waitingCalls: value('waitingCalls') }),
    ...(expected.visits && { answered: value('answered') }),
  }
}

test.for(names.map((name) => [name.replace(/-/g, ' '), name] as const))(
  '%s, on the wall',
  async ([, name]) => {
    const { roster, start, until, config, steps, expected } = scenarioNamed(name)
    const { teams, wrapUpSeconds, presence } = config
    const { timeZone } = config.site
    const traffic = scenarioTraffic(scenarioNamed(name))
    const stage = await startWallStage({
      ...{ roster, start, timeZone, traffic },
      config: {
        ...{ wrapUpSeconds, presence },
        teams: teams.map(({ id, queues, extensions }) => ({
          ...{ id, queues: [...queues], extensions: [...extensions] },
        })),
        pbx: { services: [...config.pbx.services] },
      },
    })
    onTestFinished(() => stage.stop())
    const page = await stage.open('/all')

    const moments = new Map<number, Expectation>()
    let latest = 0
    for (const step of steps) {
      latest = step.at ?? latest
      if ('expect' in step) moments.set(start + latest, step.expect)
    }
    if (expected !== undefined) moments.set(until, expected)
    expect(moments.size).toBeGreaterThan(1)

    for (let now = start + 1000; now <= until; now += 1000) {
      await stage.stepTo(now)
      const wanted = moments.get(now)
      if (wanted === undefined) continue
      await stage.draw()
      expect(await readWall(page, wanted)).toEqual(shownOf(wanted))
    }
  },
)
