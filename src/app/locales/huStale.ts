import type { staleTexts as english } from './enStale.ts'
import { numbersIn } from './numbers.ts'
import type { Texts } from './texts.ts'

const { plural } = numbersIn('hu-HU')
const callsRecovered = plural({ other: '# hívás pótolva' })
const unknown = plural({ other: '# ismeretlen' })
const callsUnknown = plural({ other: '# hívás ismeretlen' })

/** Texts of a wall that is not live, in Hungarian. */
export const staleTexts: Texts<typeof english> = {
  stale: {
    words: { silent: 'Néma kapcsolat', slept: 'A képernyő aludt' },
    sentences: {
      silent:
        'A telefonközpont már nem közölte a hívásait a kijelzővel, bár a kapcsolat élőnek látszott. A kijelző újra kapcsolódik.',
      slept:
        'Ez a képernyő egy ideig állt. A kijelző újra kapcsolódik; ha ez munkaidőben történt, kapcsolja ki a képernyő energiatakarékosságát.',
    },
    notLiveSince: (time) => `Nem élő ${time} óta`,
    asOf: (time) => `állapot: ${time}`,
    then: 'akkor',
    tries: {
      connecting: 'Kapcsolódás …',
      reading: 'Hívások beolvasása …',
      waiting: 'Magától újra próbálja',
    },
  },
  span: {
    hours: plural({ other: '# óra' }),
    minutes: plural({ other: '# perc' }),
    seconds: plural({ other: '# mp' }),
    both: (larger, smaller) => `${larger} ${smaller}`,
  },
  comeback: (span, recovered, lost) => {
    if (recovered > 0 && lost > 0)
      return `Újra él ${span} után: ${callsRecovered(recovered)}, ${unknown(lost)}`
    if (lost > 0) return `Újra él ${span} után: ${callsUnknown(lost)}`
    return `Újra él ${span} után: ${recovered > 0 ? callsRecovered(recovered) : 'egy hívás sem maradt ki'}`
  },
  brokenPart: 'Ez a rész hibás. A kijelző magától újra próbálja.',
}
