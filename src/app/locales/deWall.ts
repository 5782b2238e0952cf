import { configProblem } from './deConfig.ts'
import type { wallTexts as english } from './enWall.ts'
import { numbersIn } from './numbers.ts'
import type { Texts } from './texts.ts'

const { count, percent, plural } = numbersIn('de-DE')
const calls = plural({ one: '# Anruf', other: '# Anrufe' })

/** Texts that name how this site counts. */
export const wallTexts: Texts<typeof english> = {
  everyTeam: 'Alle Teams',
  everyone: 'Alle',
  withheld: 'Nummer unterdrückt',
  configProblem,
  badAddress:
    'Das ist keine Adresse einer Telefonanlage. Schreiben Sie ihren Namen oder ihre IP-Adresse, ohne http:// und Port.',
  walls: {
    title: 'Wallboards online',
    none: 'Die Telefonanlage weiß von keinem anderen Wallboard.',
    name: 'Name',
    route: 'Seite',
    version: 'Version',
    since: 'Seit',
  },
  card: {
    title: 'Über dieses Wallboard',
    hint: 'Schließen mit ? oder Escape',
    rows: {
      serviceLevel: 'Servicelevel',
      shortAbandon: 'Früh aufgelegt',
      thresholds: 'Warnt und alarmiert',
      zone: 'Zeitzone',
      day: 'Der Tag beginnt um',
      interval: 'Diagrammabschnitt',
      covered: 'Heute erfasst',
      vocabulary: 'Gesprächsende',
      unknownWords: 'Unbekannte Wörter',
      version: 'Version',
    },
    noThresholds: 'keine Grenzwerte für dieses Wallboard',
    threshold: (label, [warn, alarm], isLowerWorse) =>
      `${label} ${isLowerWorse ? 'unter' : 'ab'} ${warn} / ${alarm}`,
    minutes: (minutes) => `${count(minutes)} Min.`,
    covered: 'vollständig',
    gaps: (gaps, more) =>
      `nicht verbunden ${gaps.join(', ')}${more > 0 ? ` und weitere ${count(more)} Mal` : ''}`,
    endWords: {
      full: 'Die Telefonanlage sagt, wer ein Gespräch beendet hat und ob es angenommen wurde.',
      endOnly:
        'Die Telefonanlage sagt nur, dass ein Gespräch zu Ende ist, nicht wer es beendet hat: verpasst, abgebrochen und weitergeleitet können abweichen.',
      unseen:
        'Zuletzt ging kein Gespräch zu Ende, daher ist nicht bekannt, wie viel die Telefonanlage sagt.',
    },
    seconds: (seconds) => (seconds === 0 ? 'nicht eigens gezählt' : `unter ${count(seconds)} s`),
    notConnected: 'nicht verbunden',
  },
  figureNotes: {
    now: 'jetzt',
    target: (withinSeconds, target) => `Ziel ${percent(target)} in ${count(withinSeconds)} s`,
    offered: (offered) => `von ${count(offered)}`,
    abandoned: (abandoned, short) =>
      short === 0 ? calls(abandoned) : `${count(abandoned)} und ${count(short)} kurz`,
    atWork: (people) => `von ${count(people)} aktiv`,
  },
  formula: ({ formula, answerWithinSeconds, shortAbandonSeconds }) => {
    const of = {
      offered: 'von allen eingegangenen Anrufen',
      answered: 'von allen angenommenen Anrufen',
      positive: 'von allen eingegangenen Anrufen, frühes Auflegen zählt als bedient',
    }[formula]
    const short =
      shortAbandonSeconds > 0 && formula !== 'positive'
        ? `, ohne Auflegen vor ${count(shortAbandonSeconds)} s`
        : ''
    return `Servicelevel: innerhalb von ${count(answerWithinSeconds)} s angenommen, ${of}${short}`
  },
}
