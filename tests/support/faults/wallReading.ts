import type { Page } from 'playwright'

/** What a wall says of itself. */
export interface WallState {
  /** `data-connection` and `data-fresh` of the page. */
  readonly connection: string
  readonly isLive: boolean
  /** The sentence that tells what is wrong; empty for none. */
  readonly sentence: string
  /** Of the tiles, those that call themselves stale, and all. */
  readonly staleTiles: number
  readonly tiles: number
  /** The line about a gap that is over: calls recovered and unknown; empty for none. */
  readonly comeback: string
}

export function readState(page: Page): Promise<WallState> {
  return page.evaluate(() => {
    const { connection = '', fresh } = document.documentElement.dataset
    const tiles = [...document.querySelectorAll<HTMLElement>('[data-tile]')]
    const { recovered = '', unknown = '' } =
      document.querySelector<HTMLElement>('[data-comeback]')?.dataset ?? {}
    return {
      connection,
      isLive: fresh === 'live',
      sentence: document.querySelector('[role="alert"] .sentence')?.textContent.trim() ?? '',
      staleTiles: tiles.filter(({ dataset }) => dataset['stale'] === 'true').length,
      tiles: tiles.length,
      comeback: recovered === '' ? '' : `${recovered} recovered, ${unknown} unknown`,
    }
  })
}

/** A figure, or a row of the chart, as the wall shows it; `value` is `undefined` for none. */
export interface ShownFigure {
  readonly scope: string
  readonly name: string
  readonly value: number | undefined
  readonly isPartial: boolean
}

/** Every figure of the page, and the rows of its chart with their interval as scope. */
export async function readFigures(page: Page): Promise<readonly ShownFigure[]> {
  const found = await page.evaluate(() => {
    const facts = (name = '', scope = '', value = '', coverage = ''): string[] => [
      name,
      scope,
      value,
      coverage,
    ]
    const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')].map(
      ({ dataset: { figure, scope, value, coverage } }) => facts(figure, scope, value, coverage),
    )
    const rows = document.querySelectorAll<HTMLElement>(
      '[data-chart-table="volume"] [data-interval]',
    )
    const cells = [...rows].flatMap((row) =>
      [...row.querySelectorAll<HTMLElement>('[data-series]')].map(({ dataset }) =>
        facts(
          dataset['series'],
          row.dataset['interval'],
          dataset['value'],
          dataset['coverage'] ?? row.dataset['coverage'],
        ),
      ),
    )
    return [...figures, ...cells]
  })
  return found.map(([name = '', scope = '', value, coverage]) => ({
    ...{ name, scope },
    value: value === '' ? undefined : Number(value),
    isPartial: coverage === 'partial',
  }))
}

/** The state of each tile, by extension. */
export async function readTiles(page: Page): Promise<ReadonlyMap<string, string>> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-tile]')].map(
      ({ dataset: { extension = '', state = '' } }) => [extension, state] as const,
    ),
  )
  return new Map(found)
}
