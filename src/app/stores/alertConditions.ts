import type { Figures } from '../../domain/figures.ts'
import type { AlertKind } from '../components/alertView.ts'
import type { Thresholds } from './figureViews.ts'
import { levelOf } from './levels.ts'

/** Something that is wrong at this moment. */
export interface AlertCondition {
  readonly kind: AlertKind
  /** `team:support`. */
  readonly scope: string
  /** The team's name where the wall shows several, else empty. */
  readonly subject: string
  /** What was passed: seconds of a wait, a service level 0..1; 0 for nobody free. */
  readonly limit: number
}

/** The figures of one team, as far as an alert looks at them. */
export interface AlertReading {
  readonly scope: string
  readonly subject: string
  readonly figures: Pick<
    Figures,
    'waitingCalls' | 'longestWaitNow' | 'serviceLevel' | 'agentsAvailable' | 'agentsRinging'
  >
  readonly thresholds: Thresholds
  /** Whether the team has anybody to answer. */
  readonly hasAgents: boolean
}

/** What is wrong in the teams of a wall: a wait or a service level beyond its alarm threshold, nobody free while somebody waits. */
export function conditionsOf(readings: readonly AlertReading[]): readonly AlertCondition[] {
  return readings.flatMap((reading) => {
    const { scope, subject } = reading
    const found: AlertCondition[] = []
    const wait = passedLimit(reading, 'longestWaitNow', false)
    if (wait !== undefined) found.push({ kind: 'longWait', scope, subject, limit: wait })
    if (isNobodyFree(reading)) found.push({ kind: 'nobodyFree', scope, subject, limit: 0 })
    const level = passedLimit(reading, 'serviceLevel', true)
    if (level !== undefined) found.push({ kind: 'serviceLevel', scope, subject, limit: level })
    return found
  })
}

function passedLimit(
  { figures, thresholds }: AlertReading,
  name: 'longestWaitNow' | 'serviceLevel',
  isLowerWorse: boolean,
): number | undefined {
  const limits = thresholds[name]
  return levelOf(figures[name], limits, isLowerWorse) === 'alarm' ? limits?.[1] : undefined
}

/** A caller for whom a phone rings already is as good as answered. */
function isNobodyFree({ figures, hasAgents }: AlertReading): boolean {
  const { waitingCalls, agentsAvailable = 0, agentsRinging = 0 } = figures
  return hasAgents && agentsAvailable === 0 && waitingCalls > agentsRinging
}
