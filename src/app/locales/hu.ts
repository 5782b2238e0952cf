import { figureBlockTitles, figureLabels } from './huFigures.ts'
import { accessTexts } from './huAccess.ts'
import { kioskTexts } from './huKiosk.ts'
import { noticeTexts } from './huNotices.ts'
import { problems, tokenProblems } from './huProblems.ts'
import { staleTexts } from './huStale.ts'
import { wallTexts } from './huWall.ts'
import type { Messages } from './messages.ts'
import { numbersIn } from './numbers.ts'

const locale = 'hu-HU'
const { count, plural } = numbersIn(locale)
const more = plural({ other: '+ még #' })

const states: Messages['states'] = {
  talking: 'Beszél',
  hold: 'Tartásban',
  ringing: 'Csörög',
  dialing: 'Tárcsáz',
  wrapup: 'Utómunka',
  away: 'Távol',
  available: 'Szabad',
  notSeen: 'Hiányzik',
  offline: 'Offline',
  unknown: 'Ismeretlen',
}

const sessionStates: Messages['sessionStates'] = {
  Created: 'Indul',
  Setup: 'Indul',
  TransferSetup: 'Átadás alatt',
  Ringing: 'Csörög',
  InCall: 'Beszél',
  CalleeOnHold: 'Tartásban',
  CallerOnHold: 'Tartásban',
  OnHold: 'Tartásban',
  OnHoldInactive: 'Tartásban',
  TransferRequested: 'Átadást kért',
  Transferring: 'Átadás alatt',
  TransferCompleted: 'Átadva',
  TransferFailed: 'Átadás nem sikerült',
  CallerHungUp: 'A hívó letette',
  CalleeHungUp: 'Letette',
  Redirected: 'Átirányítva',
  NotFound: 'Nincs ilyen szám',
  Busy: 'Foglalt',
  Cancelled: 'Visszavonva',
  NotAnswered: 'Nem vette fel',
  Error: 'Sikertelen',
  Aborted: 'Megszakadt',
  Ended: 'Vége',
}

const connection: Messages['connection'] = {
  words: {
    connecting: 'Kapcsolódás',
    granted: 'Élő',
    denied: 'Elutasítva',
    failed: 'Nincs kapcsolat',
    closed: 'Megszakadt a kapcsolat',
    scriptMissing: 'A központ programja hiányzik',
  },
  sentences: {
    connecting: () => 'Kapcsolódás a telefonközponthoz. Nincs teendő: a kijelző magától továbblép.',
    granted: () => 'Kapcsolódva. Az éppen folyó hívások beolvasása tart.',
    denied: () =>
      'A telefonközpont elutasította a kijelzőt. Ellenőrizze a tokent vagy a Webphone-mellék jelszavát.',
    failed: () =>
      'A telefonközpont nem érhető el. Ellenőrizze a címét, és hogy fut-e; a kijelző tovább próbálkozik.',
    closed: () =>
      'Megszakadt a kapcsolat a telefonközponttal. A kijelző megpróbálja helyreállítani.',
    scriptMissing: (scriptUrl) =>
      scriptUrl === ''
        ? 'A telefonközpont programja nem töltődött be. Ellenőrizze a központ címét a beállításokban.'
        : `Nem töltődött be: ${scriptUrl}. Nyissa meg ezt a címet böngészőben, hogy lássa az okát.`,
  },
  syncing: 'Hívások beolvasása',
}

/** Every text of the wall in Hungarian. */
export const hungarian: Messages = {
  language: 'hu',
  direction: 'ltr',
  locale,
  none: '—',
  states,
  internal: 'Belső',
  directions: { inbound: 'Bejövő', outbound: 'Kimenő', internal: 'Belső', external: 'Külső' },
  sessionStates,
  connection,
  since: (time) => `${time} óta`,
  connectionLabel: 'Kapcsolat',
  figuresTitle: 'Mutatók',
  figures: figureLabels,
  figureBlocks: figureBlockTitles,
  partial: 'Hiányos: a kijelzőnek az idő egy részében nem volt kapcsolata',
  percent: '%',
  agents: {
    title: 'Ügyintézők',
    shares: 'Ügyintézők állapot szerint',
    extension: (extension) => `${extension} mellék`,
    calls: () => 'hívás',
    missed: 'kimaradt',
    none: 'Nincs megjeleníthető ügyintéző',
  },
  waiting: {
    title: 'Most várakoznak',
    caller: 'Hívó',
    queue: 'Várósor',
    time: 'Várakozás',
    nobody: 'Senki sem várakozik',
    more,
  },
  popups: {
    title: 'Új hívások',
    close: (caller) => `Értesítés bezárása: ${caller}`,
    more,
    to: 'hívott:',
  },
  chart: {
    title: 'Mai hívások',
    perInterval: (minutes) => `Hívások ${count(minutes)} percenként`,
    keys: {
      answered: 'fogadott',
      abandoned: 'elhagyott',
      serviceLevel: 'kiszolgálási szint',
      level: 'szint',
      other: 'egyéb',
      gap: 'nem volt kapcsolat',
    },
    interval: 'Kezdete',
    offered: 'Beérkezett',
    answered: 'Fogadott',
    abandoned: 'Elhagyott',
    other: 'Egyéb',
    serviceLevel: 'Kiszolgálási szint',
    empty: 'Ma még nem volt hívás',
    gap: 'Nem volt kapcsolat',
    agents: 'Mai hívások ügyintézőnként',
    agent: 'Ügyintéző',
    moreAgents: plural({ other: '+ még #, kevesebbel' }),
  },
  queues: {
    title: 'Várósorok',
    figures: { waitingCalls: 'Vár', longestWaitNow: 'Max.', serviceLevel: 'Szint' },
    more,
  },
  allFigures: 'Minden mutató',
  whole: 'Összesen',
  signIn: {
    title: 'Bejelentkezés a telefonközpontba',
    hint: 'Csak ennek az oldalnak a memóriájában marad, a bezárásáig.',
    address: 'A telefonközpont címe',
    addressExample: '192.0.2.10',
    way: 'Bejelentkezés módja',
    token: 'Token',
    tokenWay: 'Tokennel',
    extensionWay: 'Webphone-mellékkel',
    extension: 'Mellék',
    password: 'Jelszó',
    submit: 'A kijelző megnyitása',
  },
  teams: {
    title: 'Válasszon csapatot',
    free: 'szabad',
    talking: 'beszél',
    waiting: 'várakozik',
    none: 'Nincsenek csapatok. Vegyen fel egyet a beállítófájl „teams” részében.',
  },
  problems,
  tokenProblems,
  ...wallTexts,
  ...kioskTexts,
  ...noticeTexts,
  ...accessTexts,
  ...staleTexts,
}
