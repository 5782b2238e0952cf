import type { FaultCase } from './faultCases.ts'
import { judgeFigure } from './judgeFigure.ts'
import type { FaultOutcome } from './tryFault.ts'
import type { WallState } from './wallReading.ts'

/** The longest that the server's records may take, seconds after the end of a fault. */
const rightWithin = 100

/** What is wrong with how a wall lived through a fault, in words; empty for nothing. */
export function judge(faultCase: FaultCase, outcome: FaultOutcome): readonly string[] {
  return [
    ...judgeLife(faultCase, outcome),
    ...outcome.wrongTiles.map((tile) => `tile ${tile}`),
    ...outcome.figures.flatMap((figure) => judgeFigure(faultCase.knows, figure)),
  ]
}

function judgeLife({ showsWithin, livesWithin }: FaultCase, outcome: FaultOutcome): string[] {
  const { notLiveAfter = Infinity, said, liveAfter = Infinity, rightAfter = Infinity } = outcome
  const late = [
    ['not live', notLiveAfter, showsWithin ?? Infinity],
    ['live', liveAfter, livesWithin],
    ['right', rightAfter, rightWithin],
  ] as const
  return [
    ...late.flatMap(([what, after, within]) =>
      after <= within ? [] : [`${what} after ${after} s`],
    ),
    ...(said === undefined ? [] : judgeSaid(said)),
  ]
}

function judgeSaid({ sentence, staleTiles, tiles }: WallState): string[] {
  return [
    ...(tiles > 0 && sentence === '' ? ['it does not say what is wrong'] : []),
    ...(staleTiles < tiles ? [`${staleTiles} of ${tiles} tiles are stale`] : []),
  ]
}
