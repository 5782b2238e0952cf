import { messages } from '../locales/messages.ts'
import { numbersIn } from '../locales/numbers.ts'
import { formatDuration } from './duration.ts'
import type { FigureView } from './views.ts'

/** A figure as it is written: the number, and the unit that stands smaller beside it. */
export interface FigureText {
  readonly number: string
  readonly unit: string
}

const higherIsWorse = new Set(['abandonRate'])
/** Less than any two ratios of calls can differ by, more than the error of a division. */
const tolerance = 1e-9

/** Ratios are cut to a tenth of a percent toward the worse side, durations to the second; no value is a dash. */
export function formatFigure(figure: Pick<FigureView, 'name' | 'kind' | 'value'>): FigureText {
  const { kind, name, value } = figure
  if (value === undefined || !Number.isFinite(value)) return { number: messages.none, unit: '' }
  switch (kind) {
    case 'count':
      return { number: numbersIn(messages.locale).count(value), unit: '' }
    case 'seconds':
      return { number: formatDuration(value * 1000), unit: '' }
    case 'ratio':
      return { number: percent(value, higherIsWorse.has(name)), unit: messages.percent }
  }
}

function percent(ratio: number, isRoundedUp: boolean): string {
  const tenths = isRoundedUp
    ? Math.ceil(ratio * 1000 - tolerance)
    : Math.floor(ratio * 1000 + tolerance)
  // Rounding up turns a zero into a negative one.
  return numbersIn(messages.locale).count(tenths / 10 + 0)
}
