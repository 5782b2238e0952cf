import { figureBlockTitles, figureLabels } from './deFigures.ts'
import { accessTexts } from './deAccess.ts'
import { kioskTexts } from './deKiosk.ts'
import { noticeTexts } from './deNotices.ts'
import { problems, tokenProblems } from './deProblems.ts'
import { staleTexts } from './deStale.ts'
import { wallTexts } from './deWall.ts'
import type { Messages } from './messages.ts'
import { numbersIn } from './numbers.ts'

const locale = 'de-DE'
const { count, plural } = numbersIn(locale)
const more = plural({ one: '+ # weiterer', other: '+ # weitere' })

const states: Messages['states'] = {
  talking: 'Spricht',
  hold: 'Gehalten',
  ringing: 'Klingelt',
  dialing: 'Wählt',
  wrapup: 'Nacharbeit',
  away: 'Abwesend',
  available: 'Frei',
  notSeen: 'Nicht da',
  offline: 'Offline',
  unknown: 'Unklar',
}

const sessionStates: Messages['sessionStates'] = {
  Created: 'Beginnt',
  Setup: 'Beginnt',
  TransferSetup: 'Wird verbunden',
  Ringing: 'Klingelt',
  InCall: 'Im Gespräch',
  CalleeOnHold: 'Gehalten',
  CallerOnHold: 'Gehalten',
  OnHold: 'Gehalten',
  OnHoldInactive: 'Gehalten',
  TransferRequested: 'Verbinden erbeten',
  Transferring: 'Wird verbunden',
  TransferCompleted: 'Verbunden',
  TransferFailed: 'Verbinden misslang',
  CallerHungUp: 'Anrufer legte auf',
  CalleeHungUp: 'Aufgelegt',
  Redirected: 'Umgeleitet',
  NotFound: 'Nummer unbekannt',
  Busy: 'Besetzt',
  Cancelled: 'Abgebrochen',
  NotAnswered: 'Nicht angenommen',
  Error: 'Fehlgeschlagen',
  Aborted: 'Abgerissen',
  Ended: 'Beendet',
}

const connection: Messages['connection'] = {
  words: {
    connecting: 'Verbindet',
    granted: 'Live',
    denied: 'Abgelehnt',
    failed: 'Keine Verbindung',
    closed: 'Verbindung verloren',
    scriptMissing: 'Skript der Anlage fehlt',
  },
  sentences: {
    connecting: () =>
      'Verbindung zur Telefonanlage wird aufgebaut. Nichts zu tun: Das Wallboard macht von selbst weiter.',
    granted: () => 'Verbunden. Die laufenden Anrufe werden gelesen.',
    denied: () =>
      'Die Telefonanlage hat das Wallboard abgelehnt. Prüfen Sie das Token oder das Passwort der Webphone-Nebenstelle.',
    failed: () =>
      'Die Telefonanlage ist nicht erreichbar. Prüfen Sie ihre Adresse und ob sie läuft; das Wallboard versucht es weiter.',
    closed: () =>
      'Die Verbindung zur Telefonanlage ging verloren. Das Wallboard versucht, sie wiederherzustellen.',
    scriptMissing: (scriptUrl) =>
      scriptUrl === ''
        ? 'Das Skript der Telefonanlage wurde nicht geladen. Prüfen Sie die Adresse der Anlage in der Konfiguration.'
        : `Das Skript ${scriptUrl} wurde nicht geladen. Öffnen Sie diese Adresse in einem Browser, um den Grund zu sehen.`,
  },
  syncing: 'Liest Anrufe',
}

/** Every text of the wall in German. */
export const german: Messages = {
  language: 'de',
  direction: 'ltr',
  locale,
  none: '—',
  states,
  internal: 'Intern',
  directions: {
    inbound: 'Eingehend',
    outbound: 'Abgehend',
    internal: 'Intern',
    external: 'Extern',
  },
  sessionStates,
  connection,
  since: (time) => `seit ${time}`,
  connectionLabel: 'Verbindung',
  figuresTitle: 'Kennzahlen',
  figures: figureLabels,
  figureBlocks: figureBlockTitles,
  partial: 'Unvollständig: Das Wallboard war einen Teil dieser Zeit nicht verbunden',
  percent: '%',
  agents: {
    title: 'Mitarbeitende',
    shares: 'Mitarbeitende nach Zustand',
    extension: (extension) => `Nebenstelle ${extension}`,
    calls: plural({ one: 'Anruf', other: 'Anrufe' }),
    missed: 'verpasst',
    none: 'Keine Mitarbeitenden anzuzeigen',
  },
  waiting: {
    title: 'Jetzt wartend',
    caller: 'Anrufer',
    queue: 'Warteschlange',
    time: 'Wartezeit',
    nobody: 'Niemand wartet',
    more,
  },
  popups: {
    title: 'Neue Anrufe',
    close: (caller) => `Hinweis auf den Anruf von ${caller} schließen`,
    more,
    to: 'an',
  },
  chart: {
    title: 'Anrufe heute',
    perInterval: (minutes) => `Anrufe je ${count(minutes)} Min.`,
    keys: {
      answered: 'angenommen',
      abandoned: 'abgebrochen',
      serviceLevel: 'Servicelevel',
      level: 'Servicelevel',
      other: 'andere',
      gap: 'nicht verbunden',
    },
    interval: 'Ab',
    offered: 'Eingegangen',
    answered: 'Angenommen',
    abandoned: 'Abgebrochen',
    other: 'Andere',
    serviceLevel: 'Servicelevel',
    empty: 'Heute noch keine Anrufe',
    gap: 'Nicht verbunden',
    agents: 'Anrufe je Person heute',
    agent: 'Person',
    moreAgents: plural({ other: '+ # mit weniger' }),
  },
  queues: {
    title: 'Warteschlangen',
    figures: { waitingCalls: 'Wartend', longestWaitNow: 'Max.', serviceLevel: 'Servicelevel' },
    more: plural({ other: '+ # weitere' }),
  },
  allFigures: 'Alle Kennzahlen',
  whole: 'Gesamt',
  signIn: {
    title: 'An der Telefonanlage anmelden',
    hint: 'Bleibt nur im Speicher dieser Seite, bis sie geschlossen wird.',
    address: 'Adresse der Telefonanlage',
    addressExample: '192.0.2.10',
    way: 'Anmelden mit',
    token: 'Token',
    tokenWay: 'Einem Token',
    extensionWay: 'Einer Webphone-Nebenstelle',
    extension: 'Nebenstelle',
    password: 'Passwort',
    submit: 'Wallboard zeigen',
  },
  teams: {
    title: 'Team wählen',
    free: 'frei',
    talking: 'im Gespräch',
    waiting: 'wartend',
    none: 'Es gibt keine Teams. Fügen Sie unter „teams“ in der Konfiguration eines hinzu.',
  },
  problems,
  tokenProblems,
  ...wallTexts,
  ...kioskTexts,
  ...noticeTexts,
  ...accessTexts,
  ...staleTexts,
}
