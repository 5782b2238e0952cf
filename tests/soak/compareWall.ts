import type { Page } from 'playwright'
import type { Zone } from '../../src/domain/zone.ts'
import { createComparison, namesOfAll, namesOfType } from '../support/octoberComparison.ts'
import type { FoundFigures } from '../support/octoberComparison.ts'
import type { WallStage } from '../support/wallStage.ts'
import type { DayTruth } from './dayTruth.ts'

/** The figures of a wall beside those that were counted from the calls themselves. */
export interface ComparedWall {
  readonly compared: number
  /** What differs and is not marked as incomplete. */
  readonly lies: readonly string[]
  /** What differs and is. */
  readonly marked: readonly string[]
}

interface Shown {
  readonly scope: string
  readonly name: string
  readonly value: number | null
  readonly isPartial: boolean
}

const namesOfChart = {
  offered: 'offered',
  answered: 'answered',
  abandoned: 'abandoned',
  serviceLevel20: 'serviceLevel',
} as const

/** Reads the chart of a team's page, and then the table of all its figures. */
export async function compareWall(
  stage: WallStage,
  page: Page,
  zone: Zone,
  truth: DayTruth,
): Promise<ComparedWall> {
  const all = createComparison()
  const honest = createComparison()
  const add = (
    where: string,
    names: Readonly<Record<string, string>>,
    counted: DayTruth['whole'] | undefined,
    shown: readonly Shown[],
  ): void => {
    const valuesOf = (some: readonly Shown[]): FoundFigures =>
      Object.fromEntries(some.map(({ name, value }) => [name, value]))
    const truthOf = counted && { ...counted }
    all.add([where], names, truthOf, valuesOf(shown))
    const whole = new Set(shown.filter(({ isPartial }) => !isPartial).map(({ name }) => name))
    const wholeNames = Object.fromEntries(
      Object.entries(names).filter(([, name]) => whole.has(name)),
    )
    honest.add([where], wholeNames, truthOf, valuesOf(shown))
  }

  const rows = await page
    .locator('[data-chart-table="volume"] [data-interval]')
    .evaluateAll(readRows)
  for (const [start, counted] of truth.intervals) {
    const interval = zone.toIso(start)
    add(
      interval,
      namesOfChart,
      counted,
      rows.filter(({ scope }) => scope === interval),
    )
  }
  await page.evaluate(goToCharts)
  await page.locator('[data-block]').first().waitFor({ state: 'attached' })
  await stage.draw()
  const figures = await page.locator('[data-figure]').evaluateAll(readFigures)
  const ofScope = (scope: string): readonly Shown[] =>
    figures.filter((figure) => figure.scope === scope)
  add('team', namesOfAll, truth.whole, ofScope('team:soak'))
  for (const [queue, counted] of truth.queues) {
    add(queue, namesOfType, counted, ofScope(`queue:${queue}`))
  }
  const lies = honest.differences
  return {
    compared: all.compared(),
    lies,
    marked: all.differences.filter((difference) => !lies.includes(difference)),
  }
}

/** In the page. */
function goToCharts(): void {
  history.pushState(null, '', '/team/soak/charts')
  dispatchEvent(new PopStateEvent('popstate'))
}

/** In the page. */
function readRows(rows: readonly (HTMLElement | SVGElement)[]): Shown[] {
  return rows.flatMap((row) =>
    [...row.querySelectorAll<HTMLElement>('[data-series]')].map(({ dataset }) => ({
      scope: row.dataset['interval'] ?? '',
      name: dataset['series'] ?? '',
      value: (dataset['value'] ?? '') === '' ? null : Number(dataset['value']),
      isPartial: [row.dataset['coverage'], dataset['coverage']].includes('partial'),
    })),
  )
}

/** In the page. */
function readFigures(found: readonly (HTMLElement | SVGElement)[]): Shown[] {
  return found.map(({ dataset }) => ({
    scope: dataset['scope'] ?? '',
    name: dataset['figure'] ?? '',
    value: (dataset['value'] ?? '') === '' ? null : Number(dataset['value']),
    isPartial: dataset['coverage'] === 'partial',
  }))
}
