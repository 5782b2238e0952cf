import type { TrafficRow } from './csv.ts'

/** What happens to the call of one row at one moment. */
export interface RowStep {
  readonly type: 'arrive' | 'ring' | 'answer' | 'end'
  readonly row: TrafficRow
  /** Epoch ms. */
  readonly at: number
  /** Orders the steps of one moment: less first. */
  readonly rank: number
}

/** At one moment lines become free first, and newcomers come last. */
const ranks = { end: 0, ring: 1, answer: 2, arrive: 3 } as const

/** All that happens in `rows`, in the order in which it must happen. */
export function stepsOfRows(
  rows: readonly TrafficRow[],
  dayStart: (day: string) => number,
  ringSeconds: number,
): readonly RowStep[] {
  const steps: RowStep[] = []
  for (const row of rows) addSteps(steps, row, dayStart(row.day), ringSeconds)
  return steps.sort((one, other) => one.at - other.at || one.rank - other.rank)
}

function addSteps(steps: RowStep[], row: TrafficRow, midnight: number, ringSeconds: number): void {
  let before: RowStep | undefined
  function add(type: RowStep['type'], seconds: number): void {
    const at = midnight + Math.round(seconds * 1000)
    // A call's own steps keep their order even where they share a moment.
    const rank = before?.at === at ? Math.max(ranks[type], before.rank + 1) : ranks[type]
    before = { type, row, at, rank }
    steps.push(before)
  }
  const { arriveSeconds, answerSeconds, endSeconds } = row
  add('arrive', arriveSeconds)
  if (answerSeconds !== undefined) {
    add('ring', Math.max(arriveSeconds, answerSeconds - ringSeconds))
    add('answer', answerSeconds)
  }
  add('end', endSeconds)
}
