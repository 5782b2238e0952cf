import type { staleTexts as english } from './enStale.ts'
import { numbersIn } from './numbers.ts'
import type { Texts } from './texts.ts'

const { plural } = numbersIn('de-DE')
const callsRecovered = plural({ one: '# Anruf nachgetragen', other: '# Anrufe nachgetragen' })
const unknown = plural({ other: '# unbekannt' })
const callsUnknown = plural({ one: '# Anruf unbekannt', other: '# Anrufe unbekannt' })

/** Texts of a wall that is not live, in German. */
export const staleTexts: Texts<typeof english> = {
  stale: {
    words: { silent: 'Verbindung stumm', slept: 'Bildschirm schlief' },
    sentences: {
      silent:
        'Die Telefonanlage meldete diesem Wallboard keine Anrufe mehr, obwohl es verbunden schien. Es verbindet sich neu.',
      slept:
        'Dieser Bildschirm stand eine Weile still. Das Wallboard verbindet sich neu; schalten Sie nötigenfalls den Energiesparmodus aus.',
    },
    notLiveSince: (time) => `Nicht live seit ${time}`,
    asOf: (time) => `Stand ${time}`,
    then: 'zuletzt',
    tries: {
      connecting: 'Verbindet …',
      reading: 'Liest Anrufe …',
      waiting: 'Versucht es weiter',
    },
  },
  span: {
    hours: plural({ other: '# Std.' }),
    minutes: plural({ other: '# Min.' }),
    seconds: plural({ other: '# Sek.' }),
    both: (larger, smaller) => `${larger} ${smaller}`,
  },
  comeback: (span, recovered, lost) => {
    if (recovered > 0 && lost > 0)
      return `Wieder da nach ${span}: ${callsRecovered(recovered)}, ${unknown(lost)}`
    if (lost > 0) return `Wieder da nach ${span}: ${callsUnknown(lost)}`
    return `Wieder da nach ${span}: ${recovered > 0 ? callsRecovered(recovered) : 'kein Anruf versäumt'}`
  },
  brokenPart: 'Dieser Teil ist ausgefallen. Er wird von selbst neu versucht.',
}
