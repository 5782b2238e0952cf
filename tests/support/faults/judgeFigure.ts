import type { ComparedFigure } from './compareShown.ts'
import { isCount, isDue } from './faultCases.ts'
import type { Knowledge } from './faultCases.ts'

/** What is wrong with a figure, in words; empty for nothing. */
export function judgeFigure(knows: Knowledge, figure: ComparedFigure): string[] {
  const { name, isEqual, isPartial } = figure
  const complaint = isEqual
    ? judgeMark(knows, isCount(name), isPartial)
    : judgeWrong(isDue(knows, name), isPartial || knows === 'unknowable')
  return complaint === '' ? [] : [`${textOf(figure)} is ${complaint}`]
}

function judgeWrong(isDue: boolean, mayBeWrong: boolean): string {
  if (isDue) return 'wrong'
  return mayBeWrong ? '' : 'wrong and not marked'
}

function judgeMark(knows: Knowledge, isCount: boolean, isPartial: boolean): string {
  const isKnown = knows === 'everything' || (knows === 'calls' && isCount)
  if (isPartial && isKnown) return 'marked'
  return !isPartial && knows === 'calls' && !isCount ? 'not marked' : ''
}

function textOf({ scope, name, value, expected }: ComparedFigure): string {
  return `${scope} ${name} ${String(value)} for ${String(expected)}`
}
