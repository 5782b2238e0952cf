import type { FoundFigures } from './octoberComparison.ts'

/** The figures of several days together, from the sums of the days. */
export function totalOf(days: readonly FoundFigures[]): FoundFigures {
  const sum = (name: string): number => days.reduce((all, day) => all + (day[name] ?? 0), 0)
  const most = (name: string): number => Math.max(...days.map((day) => day[name] ?? 0))
  /** A day's mean times its number is a whole number of ms again. */
  const mean = (name: string, number: string): number =>
    days.reduce((all, day) => all + Math.round((day[name] ?? 0) * (day[number] ?? 0) * 1000), 0) /
    1000 /
    sum(number)
  return {
    ...Object.fromEntries(
      ['offered', 'answered', 'abandoned', 'answeredWithin'].map((name) => [name, sum(name)]),
    ),
    ...Object.fromEntries(
      [
        ...['longestWaitToday', 'longestWaitOfAnswered'],
        ...['maxWaiting', 'maxInService', 'maxInProgress'],
      ].map((name) => [name, most(name)]),
    ),
    serviceLevel: sum('answeredWithin') / sum('offered'),
    averageSpeedOfAnswer: mean('averageSpeedOfAnswer', 'answered'),
    averageWaitOfAbandoned: mean('averageWaitOfAbandoned', 'abandoned'),
    averageServiceTime: mean('averageServiceTime', 'answered'),
  }
}
