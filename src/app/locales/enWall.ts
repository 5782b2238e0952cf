import type { InputProblem } from '../../contract/inputProblem.ts'
import { problemText } from '../../contract/problemText.ts'
import type { WallConfig } from '../../contract/wallConfig.ts'
import { numbersIn } from './numbers.ts'

const { count, percent, plural } = numbersIn('en-GB')
const calls = plural({ one: '# call', other: '# calls' })

/** Texts that name how this site counts. */
export const wallTexts = {
  everyTeam: 'All teams',
  everyone: 'Everyone',
  withheld: 'Number withheld',
  configProblem: (problem: InputProblem) => `${problemText(problem)}.`,
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
      thresholds: 'Warns and alarms',
      zone: 'Time zone',
      day: 'The day begins at',
      interval: 'Chart interval',
      covered: 'Today’s coverage',
      vocabulary: 'Ends of calls',
      unknownWords: 'Unknown words',
      version: 'Version',
    },
    noThresholds: 'no limits set for this wall',
    /** `from`: where warning and alarm begin, as the figure is written. */
    threshold: (label: string, [warn, alarm]: readonly [string, string], isLowerWorse: boolean) =>
      `${label} ${isLowerWorse ? 'under' : 'from'} ${warn} / ${alarm}`,
    minutes: (length: number) => `${length} min`,
    covered: 'complete',
    gaps: (gaps: readonly string[], more: number) =>
      `not connected ${gaps.join(', ')}${more > 0 ? ` and ${more} more times` : ''}`,
    endWords: {
      full: 'The phone system says who ended a call and whether it was answered.',
      endOnly:
        'The phone system says only that a call is over, not who ended it: missed, abandoned and flowed out may differ.',
      unseen: 'No call has ended lately, so it is not known how much the phone system says.',
    },
    seconds: (limit: number) => (limit === 0 ? 'not counted apart' : `under ${limit} s`),
    notConnected: 'not connected',
  },
  /** The one line under each figure. */
  figureNotes: {
    now: 'now',
    target: (withinSeconds: number, target: number) =>
      `goal ${percent(target)} in ${withinSeconds} s`,
    offered: (offered: number) => `of ${count(offered)} offered`,
    abandoned: (abandoned: number, short: number) =>
      short === 0 ? calls(abandoned) : `${count(abandoned)} and ${count(short)} short`,
    atWork: (people: number) => `of ${count(people)} at work`,
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
