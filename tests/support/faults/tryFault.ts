import { replayTraffic } from '../../../src/emulator/traffic/replay.ts'
import { goTo } from '../goTo.ts'
import { compareShown } from './compareShown.ts'
import type { ComparedFigure } from './compareShown.ts'
import {
  callsEnd,
  callsOf,
  eventSeconds,
  faultBegins,
  faultEnds,
  ringSeconds,
} from './faultCalls.ts'
import type { Load } from './faultCalls.ts'
import { judgeFigure } from './judgeFigure.ts'
import type { FaultCase, Knowledge } from './faultCases.ts'
import type { FaultStage } from './faultStage.ts'
import { route } from './faultStage.ts'
import { readFigures, readState, readTiles } from './wallReading.ts'
import type { WallState } from './wallReading.ts'

/** How a wall lived through a fault. */
export interface FaultOutcome {
  /** Seconds after the begin until it was visibly not live; `undefined`: it never was. */
  readonly notLiveAfter: number | undefined
  /** What it said, last of all in the fault. */
  readonly said: WallState | undefined
  /** Seconds after the end until it was live for good; `undefined`: it never was again. */
  readonly liveAfter: number | undefined
  /** Seconds after the end until the figures that can be right were. */
  readonly rightAfter: number | undefined
  /** The figures in the end. */
  readonly figures: readonly ComparedFigure[]
  /** Agents whose tiles do not show what they do. */
  readonly wrongTiles: readonly string[]
  /** What it said of the gap. */
  readonly comeback: string
}

const secondMs = 1_000
/** A wall needs so long to connect after a sleep, seconds. */
const wakesBefore = 12
/** So long after midnight a try begins, seconds. */
const beginsAfter = 5
/** The longest that a wall is waited for after the last call, seconds. */
const patience = 100
const lookEvery = 4
/** In one step a wall must not lack a sign of life that was there, seconds. */
const longestStep = 2

/** A day on which a fault is tried; seconds count from its begin. */
interface Day {
  readonly stage: FaultStage
  readonly load: Load
  readonly passed: () => number
  readonly stepTo: (second: number) => Promise<void>
}

/** Goes through a fault on the next day of the stage, so that what was missed of the day before does not count. */
export async function tryFault(
  stage: FaultStage,
  { steps, load, knows }: FaultCase,
): Promise<FaultOutcome> {
  const { clock } = stage
  const midnight = stage.nextMidnight()
  if (midnight - clock.now() > 60_000) await stage.sleepTo(midnight - wakesBefore * secondMs)
  await stepUntilLive(stage, midnight)
  const begin = midnight + beginsAfter * secondMs
  await stage.stepTo(begin)
  const traffic = replayTraffic(callsOf(load), { dayStart: () => begin, ringSeconds })
  const stopCalls = traffic(stage.exchange)
  const passed = (): number => (clock.now() - begin) / secondMs
  const day: Day = {
    ...{ stage, load, passed },
    async stepTo(second) {
      while (passed() < second)
        await stage.stepTo(begin + Math.min(passed() + longestStep, second) * secondMs)
    },
  }

  for (const second of eventSeconds(load)) if (second < faultBegins) await day.stepTo(second)
  await day.stepTo(faultBegins)
  for (const step of steps) await step.begin(stage)
  const seen = await watchFault(day)
  for (const step of steps) await step.end?.(stage)
  const liveAfter = await watchReturn(day)
  stopCalls()
  return { ...seen, ...(await settle(day, liveAfter, knows)) }
}

async function watchFault({
  stage: { page },
  load,
  passed,
  stepTo,
}: Day): Promise<Pick<FaultOutcome, 'notLiveAfter' | 'said'>> {
  let notLiveAfter: number | undefined
  let said: WallState | undefined
  for (;;) {
    const state = await readState(page)
    if (!state.isLive) {
      said = state
      notLiveAfter ??= passed() - faultBegins
    }
    if (passed() >= faultEnds) return { notLiveAfter, said }
    await stepTo(said === undefined ? passed() + 1 : nextOf(load, passed(), faultEnds))
  }
}

/** Seconds after the end of the fault until the wall was live for good. */
async function watchReturn({
  stage: { page },
  load,
  passed,
  stepTo,
}: Day): Promise<number | undefined> {
  let liveAfter: number | undefined
  while (passed() < callsEnd) {
    const { isLive } = await readState(page)
    if (!isLive) liveAfter = undefined
    else liveAfter ??= passed() - faultEnds
    await stepTo(isLive ? nextOf(load, passed(), callsEnd) : passed() + 1)
  }
  return liveAfter
}

function nextOf(load: Load, passed: number, limit: number): number {
  return eventSeconds(load).find((second) => second > passed && second < limit) ?? limit
}

async function stepUntilLive(stage: FaultStage, midnight: number): Promise<void> {
  while (stage.clock.now() < midnight) {
    if ((await readState(stage.page)).isLive) return
    await stage.stepTo(stage.clock.now() + secondMs)
  }
  throw new Error('The wall was not live before the day began.')
}

/** Seconds after the end of the fault until a wall was live that was not when the last call had ended. */
async function waitUntilLive({ stage, passed, stepTo }: Day): Promise<number | undefined> {
  while (passed() - faultEnds < patience) {
    await stepTo(passed() + lookEvery)
    if ((await readState(stage.page)).isLive) return passed() - faultEnds
  }
  return undefined
}

/** Waits for the figures that the server has to tell. */
async function settle(
  day: Day,
  liveAt: number | undefined,
  knows: Knowledge,
): Promise<Omit<FaultOutcome, 'notLiveAfter' | 'said'>> {
  const { stage, passed, stepTo } = day
  const { page } = stage
  const liveAfter = liveAt ?? (await waitUntilLive(day))
  await stage.draw()
  const { comeback } = await readState(page)
  const wrongTiles = await wrongTilesOf(stage)
  await goTo(page, `${route}/charts`)
  await page.locator('[data-chart-table="volume"]').waitFor({ state: 'attached' })
  try {
    for (;;) {
      await stage.draw()
      const since = passed() - faultEnds
      const { isLive } = await readState(page)
      const figures = compareShown(stage, await readFigures(page))
      const isRight = isLive && figures.every((figure) => judgeFigure(knows, figure).length === 0)
      if (isRight || since >= patience) {
        const rightAfter = isRight ? since : undefined
        return { liveAfter, rightAfter, figures, wrongTiles, comeback }
      }
      await stepTo(passed() + lookEvery)
    }
  } finally {
    await goTo(page, route)
  }
}

async function wrongTilesOf({ page, reference, clock }: FaultStage): Promise<readonly string[]> {
  reference.advance(clock.now())
  const agents = reference.teams().flatMap((team) => team.agents)
  const shown = await readTiles(page)
  return agents.flatMap((agent) => {
    const { state } = reference.agent(agent)
    const found = shown.get(agent.id)
    return found === state ? [] : [`${agent.id} ${found ?? 'missing'}, not ${state}`]
  })
}
