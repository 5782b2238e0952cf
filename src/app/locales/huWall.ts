import { configProblem } from './huConfig.ts'
import type { wallTexts as english } from './enWall.ts'
import { numbersIn } from './numbers.ts'
import type { Texts } from './texts.ts'

const { count, percent } = numbersIn('hu-HU')

/** Texts that name how this site counts. */
export const wallTexts: Texts<typeof english> = {
  everyTeam: 'Minden csapat',
  everyone: 'Mindenki',
  withheld: 'Rejtett szám',
  configProblem,
  badAddress:
    'Ez nem telefonközpont címe. Írja be a nevét vagy az IP-címét, http:// és port nélkül.',
  walls: {
    title: 'Elérhető kijelzők',
    none: 'A telefonközpont nem tud másik kijelzőről.',
    name: 'Név',
    route: 'Oldal',
    version: 'Verzió',
    since: 'Mióta',
  },
  card: {
    title: 'Erről a kijelzőről',
    hint: 'Bezárás: ? vagy Escape',
    rows: {
      serviceLevel: 'Kiszolgálási szint',
      shortAbandon: 'Hamar letett',
      thresholds: 'Figyelmeztet és riaszt',
      zone: 'Időzóna',
      day: 'A nap kezdete',
      interval: 'A diagram időköze',
      covered: 'Lefedettség ma',
      vocabulary: 'Hívások vége',
      unknownWords: 'Ismeretlen szavak',
      version: 'Verzió',
    },
    noThresholds: 'ehhez a kijelzőhöz nincs határérték megadva',
    threshold: (label, [warn, alarm], isLowerWorse) =>
      `${label}: ${warn} / ${alarm} ${isLowerWorse ? 'alatt' : 'vagy több'}`,
    minutes: (minutes) => `${count(minutes)} perc`,
    covered: 'teljes',
    gaps: (gaps, more) =>
      `nem volt kapcsolat: ${gaps.join(', ')}${more > 0 ? ` és még ${count(more)} alkalommal` : ''}`,
    endWords: {
      full: 'A telefonközpont megmondja, ki fejezte be a hívást, és hogy fogadták-e.',
      endOnly:
        'A telefonközpont csak azt mondja meg, hogy a hívás véget ért, azt nem, hogy ki fejezte be: a kimaradt, az elhagyott és a továbbküldött hívások száma eltérhet.',
      unseen: 'Mostanában nem ért véget hívás, ezért nem tudni, mennyit mond meg a telefonközpont.',
    },
    seconds: (seconds) => (seconds === 0 ? 'nem számoljuk külön' : `${count(seconds)} mp alatt`),
    notConnected: 'nincs kapcsolat',
  },
  figureNotes: {
    now: 'most',
    target: (withinSeconds, target) => `cél ${percent(target)}, ${count(withinSeconds)} mp`,
    offered: (offered) => `${count(offered)} hívásból`,
    abandoned: (abandoned, short) =>
      short === 0 ? `${count(abandoned)} hívás` : `${count(abandoned)} és ${count(short)} rövid`,
    atWork: (people) => `${count(people)} jelenlévőből`,
  },
  formula: ({ formula, answerWithinSeconds, shortAbandonSeconds }) => {
    const of = {
      offered: 'az összes beérkezettből',
      answered: 'az összes fogadottból',
      positive: 'az összes beérkezettből, a hamar letettekkel együtt',
    }[formula]
    const short =
      shortAbandonSeconds > 0 && formula !== 'positive'
        ? `, a hamar (${count(shortAbandonSeconds)} mp alatt) letettek nélkül`
        : ''
    return `Kiszolgálási szint: ${count(answerWithinSeconds)} mp-en belül fogadott ${of}${short}`
  },
}
