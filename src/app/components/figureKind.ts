import type { FigureView } from './views.ts'

const kinds: Readonly<Record<string, FigureView['kind']>> = {
  serviceLevel: 'ratio',
  abandonRate: 'ratio',
  occupancy: 'ratio',
  averageSpeedOfAnswer: 'seconds',
  averageHandleTime: 'seconds',
  averageServiceTime: 'seconds',
  averageWaitOfAbandoned: 'seconds',
  longestWaitNow: 'seconds',
  longestWaitToday: 'seconds',
  longestWaitOfAnswered: 'seconds',
}

/** What the value of a figure of DESIGN 5 is. */
export function figureKind(name: string): FigureView['kind'] {
  return kinds[name] ?? 'count'
}
