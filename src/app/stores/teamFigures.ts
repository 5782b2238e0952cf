import type { WallConfig } from '../../contract/wallConfig.ts'
import type { Figures } from '../../domain/figures.ts'
import type { FigureBlockView, FigureView, QueueView } from '../components/views.ts'
import type { FigureBlockName } from '../locales/en.ts'
import { figureBlocks, isOfTeams } from './figureCatalog.ts'
import type { FigureName } from './figureCatalog.ts'
import { viewOf } from './figureViews.ts'
import type { ScopeReading } from './figureViews.ts'
import { keepSame } from './keepSame.ts'

/** The one line under each number. */
export interface FigureNotes {
  target(withinSeconds: number, target: number): string
  offered(count: number): string
  abandoned(count: number, short: number): string
  atWork(count: number): string
  readonly now: string
}

/** The figures that are large on the wall: what somebody would act on. */
export function stripOf(
  reading: ScopeReading,
  { answerWithinSeconds, target }: WallConfig['serviceLevel'],
  notes: FigureNotes,
): readonly FigureView[] {
  const { figures } = reading
  return [
    viewOf(reading, 'waitingCalls', notes.now),
    viewOf(reading, 'longestWaitNow', notes.now),
    viewOf(reading, 'serviceLevel', notes.target(answerWithinSeconds, target)),
    viewOf(reading, 'answered', notes.offered(figures.offered)),
    viewOf(reading, 'abandonRate', notes.abandoned(figures.abandoned, figures.shortAbandoned)),
    viewOf(reading, 'agentsAvailable', notes.atWork(atWork(figures))),
  ]
}

const presentStates = ['Available', 'Talking', 'Hold', 'Ringing', 'Dialing', 'Wrapup'] as const

function atWork(figures: Figures): number {
  return presentStates.reduce((sum, state) => sum + (figures[`agents${state}`] ?? 0), 0)
}

/** The slower figures beside them, each list a card of its own. */
export function listsOf(reading: ScopeReading): readonly (readonly FigureView[])[] {
  const list = (...names: FigureName[]): readonly FigureView[] =>
    names.map((name) => viewOf(reading, name))
  return [list('averageSpeedOfAnswer', 'averageHandleTime'), list('direct', 'outbound', 'internal')]
}

/** A queue's row: who waits, how long, and how well it does. */
export function queueOf(reading: ScopeReading, name: string): QueueView {
  const figures = queueFigures.map((figure) => viewOf(reading, figure))
  return { scope: reading.scope, name, figures }
}

const queueFigures = ['waitingCalls', 'longestWaitNow', 'serviceLevel'] as const

/** Every figure of the scopes, by block; a cell is `undefined` where a queue has no such figure. */
export function blocksOf(readings: readonly ScopeReading[]): readonly FigureBlockView[] {
  return (Object.keys(figureBlocks) as FigureBlockName[]).map((name) => ({
    name,
    rows: figureBlocks[name].map((figure) =>
      readings.map((reading) =>
        isOfTeams(figure) && reading.scope.startsWith('queue:')
          ? undefined
          : viewOf(reading, figure),
      ),
    ),
  }))
}

/** `after` with every block, row and cell that says the same as before in its former's place, as `keepSame` does. */
export function keepBlocks(
  before: readonly FigureBlockView[],
  after: readonly FigureBlockView[],
): readonly FigureBlockView[] {
  const kept = after.map((block, place) => {
    const former = before[place]?.rows ?? []
    const rows = block.rows.map((row, index) => keepSame(former[index] ?? [], row))
    return { ...block, rows: keepSame(former, rows) }
  })
  return keepSame(before, kept)
}

/** The blocks without the figures that are shown elsewhere. */
export function withoutFigures(
  blocks: readonly FigureBlockView[],
  elsewhere: readonly FigureView[],
): readonly FigureBlockView[] {
  const taken = new Set(elsewhere.map(({ scope, name }) => `${scope} ${name}`))
  return blocks.map(({ name, rows }) => ({
    name,
    rows: rows
      .map((row) => row.map((cell) => (isIn(taken, cell) ? undefined : cell)))
      .filter((row) => row.some((cell) => cell !== undefined)),
  }))
}

function isIn(taken: ReadonlySet<string>, figure: FigureView | undefined): boolean {
  return figure !== undefined && taken.has(`${figure.scope} ${figure.name}`)
}
