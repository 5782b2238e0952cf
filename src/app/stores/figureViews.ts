import type { Figures, Knowledge } from '../../domain/figures.ts'
import { figureKind } from '../components/figureKind.ts'
import type { FigureView } from '../components/views.ts'
import { isGauge, isVolume } from './figureCatalog.ts'
import type { FigureName } from './figureCatalog.ts'
import { levelOf } from './levels.ts'

/** `[warn, alarm]` by the name of the figure. */
export type Thresholds = Readonly<Record<string, readonly [number, number]>>

/** The figures of one scope, and what is to be known to show them. */
export interface ScopeReading extends Knowledge {
  /** `team:ID`, `queue:5000` or `all`. */
  readonly scope: string
  readonly figures: Figures
  readonly thresholds: Thresholds
}

/** One figure as the wall shows it, with the level that its value deserves. */
export function viewOf(reading: ScopeReading, name: FigureName, note = ''): FigureView {
  const value = reading.figures[name]
  return {
    name,
    scope: reading.scope,
    kind: figureKind(name),
    value,
    level: levelOf(value, reading.thresholds[name], name === 'serviceLevel'),
    isPartial: !isGauge(name) && !(isVolume(name) ? reading.isCounted : reading.isCovered),
    note,
  }
}
