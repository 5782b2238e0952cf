import { numbersIn } from './numbers.ts'

const { plural } = numbersIn('en-GB')
const callsRecovered = plural({ one: '# call recovered', other: '# calls recovered' })
const unknown = plural({ other: '# unknown' })
const callsUnknown = plural({ one: '# call unknown', other: '# calls unknown' })

/** Texts of a wall that is not live, or was not a moment ago. */
export const staleTexts = {
  stale: {
    /** Words for a sign, and sentences, for ends of a connection that the phone system did not tell. */
    words: { silent: 'Connection silent', slept: 'Screen was asleep' },
    sentences: {
      silent:
        'The phone system no longer told this wall of its calls, though they seemed connected. The wall connects anew.',
      slept:
        'This screen had stopped for a while. The wall connects anew; switch off the screen’s power saving if that was during work.',
    },
    /** `time`: as the wall's clock shows it, with the day if that is another one. */
    notLiveSince: (time: string) => `Not live since ${time}`,
    asOf: (time: string) => `as of ${time}`,
    /** Under a figure that told of the moment. */
    then: 'then',
    tries: {
      connecting: 'Connecting …',
      reading: 'Reading calls …',
      waiting: 'Trying again by itself',
    },
  },
  /** Units of a length of time, and two of them together. */
  span: {
    hours: plural({ other: '# h' }),
    minutes: plural({ other: '# min' }),
    seconds: plural({ other: '# s' }),
    both: (larger: string, smaller: string) => `${larger} ${smaller}`,
  },
  /** `span`: how long the wall was away. `recovered`, `unknown`: calls of that time. */
  comeback: (span: string, recovered: number, lost: number) => {
    if (recovered > 0 && lost > 0)
      return `Back after ${span}: ${callsRecovered(recovered)}, ${unknown(lost)}`
    if (lost > 0) return `Back after ${span}: ${callsUnknown(lost)}`
    return `Back after ${span}: ${recovered > 0 ? callsRecovered(recovered) : 'no call was missed'}`
  },
  brokenPart: 'This part failed. It is tried again by itself.',
} as const
