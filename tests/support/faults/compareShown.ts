import type { FaultStage } from './faultStage.ts'
import { teamScope } from './faultStage.ts'
import type { ShownFigure } from './wallReading.ts'

/** What ratios may differ by: of two seconds without a connection nobody says that they were one. */
const ratios: ReadonlyMap<string, number> = new Map([
  ['serviceLevel', 1e-6],
  ['abandonRate', 1e-6],
  ['occupancy', 0.03],
])

/** A figure of the wall beside what it should be. */
export interface ComparedFigure extends ShownFigure {
  readonly expected: number | undefined
  readonly isEqual: boolean
}

/** The figures of a wall beside those of the centre that saw everything, at the stage's moment. */
export function compareShown(
  { reference, clock, toIso }: Pick<FaultStage, 'reference' | 'clock' | 'toIso'>,
  shown: readonly ShownFigure[],
): readonly ComparedFigure[] {
  reference.advance(clock.now())
  const intervals = new Map(
    reference.intervals(teamScope, 30).map((row) => [toIso(row.start), { ...row }]),
  )
  const figuresOf = (scope: string): object =>
    intervals.get(scope) ??
    (scope.startsWith('agent:')
      ? reference.agentFigures([scope.replace('agent:', '')])
      : reference.figures(scope))
  const known = new Map<string, ReadonlyMap<string, unknown>>()
  return shown.map((figure) => {
    const figures = known.get(figure.scope) ?? new Map(Object.entries(figuresOf(figure.scope)))
    known.set(figure.scope, figures)
    const found = figures.get(figure.name)
    const expected = typeof found === 'number' ? found : undefined
    return { ...figure, expected, isEqual: isAlike(figure.name, figure.value, expected) }
  })
}

/** The wall was moved a little further to draw, ms. */
const aheadMs = 100

function isAlike(name: string, one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  const difference = Math.abs(one - other)
  const tolerance = ratios.get(name)
  if (tolerance !== undefined) return difference < tolerance
  return difference < (name.endsWith('EndedAt') ? aheadMs : aheadMs / 1000)
}
