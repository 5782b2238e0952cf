import type { WallConfig } from '../../contract/wallConfig.ts'

const percent = (ratio: number): string => `${Math.round(ratio * 1000) / 10} %`

/** Texts that name how this site counts. */
export const wallTexts = {
  everyTeam: 'All teams',
  withheld: 'Number withheld',
  configProblem: (path: string, found: string, expected: string) =>
    `${path}: found ${found}, expected ${expected}.`,
  badAddress:
    'That is no address of a PBX. Write its name or IP address, without http:// and port.',
  walls: {
    title: 'Walls online',
    none: 'The phone system tells of no other wall.',
    name: 'Name',
    route: 'Page',
    version: 'Version',
    since: 'Since',
  },
  card: {
    title: 'About this wall',
    hint: 'Press ? or Escape to close',
    rows: {
      serviceLevel: 'Service level',
      shortAbandon: 'Short abandon',
      zone: 'Time zone',
      day: 'The day begins at',
      covered: 'Nothing missed since',
      version: 'Version',
      unknownWords: 'Unknown words',
    },
    seconds: (count: number) => (count === 0 ? 'not counted apart' : `under ${count} s`),
    notConnected: 'not connected',
  },
  /** The one line under each figure. */
  figureNotes: {
    now: 'now',
    average: 'average today',
    target: (withinSeconds: number, target: number) =>
      `goal ${percent(target)} in ${withinSeconds} s`,
    offered: (count: number) => `of ${count} offered`,
    abandoned: (count: number, short: number) =>
      short === 0 ? `${count} today` : `${count} today, ${short} short`,
    atWork: (count: number) => `of ${count} at work`,
  },
  /** How the service level is counted, in one line. */
  formula: ({ formula, answerWithinSeconds, shortAbandonSeconds }: WallConfig['serviceLevel']) => {
    const of = {
      offered: 'of all offered',
      answered: 'of all answered',
      positive: 'of all offered, early hang-ups counted as served',
    }[formula]
    const short =
      shortAbandonSeconds > 0 && formula !== 'positive'
        ? `, hung up within ${shortAbandonSeconds} s left out`
        : ''
    return `Service level: answered within ${answerWithinSeconds} s ${of}${short}`
  },
} as const
