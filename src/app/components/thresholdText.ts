import { messages } from '../locales/messages.ts'
import { numbersIn } from '../locales/numbers.ts'
import { formatDuration } from './duration.ts'
import { figureKind } from './figureKind.ts'

/** The limits of a figure in words: `Waiting from 2 / 5`. Ratios as per cent, times as a clock. */
export function thresholdText(name: string, [warn, alarm]: readonly [number, number]): string {
  const label = messages.figures[name] ?? name
  const pair = [written(name, warn), written(name, alarm)] as const
  return messages.card.threshold(label, pair, name === 'serviceLevel')
}

function written(name: string, value: number): string {
  switch (figureKind(name)) {
    case 'count':
      return numbersIn(messages.locale).count(value)
    case 'seconds':
      return formatDuration(value * 1000)
    case 'ratio':
      return numbersIn(messages.locale).percent(value)
  }
}
