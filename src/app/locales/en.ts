import type { AgentState } from '../../domain/agentState.ts'
import type { Direction } from '../../domain/sessionEvent.ts'
import type { SessionState } from '../../domain/sessionState.ts'
import type { ConnectionState } from '../../pbx/client.ts'
import { figureBlockTitles, figureLabels } from './enFigures.ts'
import { problems, tokenProblems } from './enProblems.ts'
import { accessTexts } from './enAccess.ts'
import { kioskTexts } from './enKiosk.ts'
import { noticeTexts } from './enNotices.ts'
import { staleTexts } from './enStale.ts'
import { wallTexts } from './enWall.ts'
import { numbersIn } from './numbers.ts'

const locale = 'en-GB'
const { count, plural } = numbersIn(locale)
const more = (number: number): string => `+ ${count(number)} more`

const states: Readonly<Record<AgentState, string>> = {
  talking: 'Talking',
  hold: 'On hold',
  ringing: 'Ringing',
  dialing: 'Dialing',
  wrapup: 'Wrap-up',
  away: 'Away',
  available: 'Free',
  notSeen: 'Not seen',
  offline: 'Offline',
  unknown: 'Unknown',
}

const directions: Readonly<Record<Direction, string>> = {
  inbound: 'Incoming',
  outbound: 'Outgoing',
  internal: 'Internal',
  external: 'External',
}

const sessionStates: Readonly<Record<SessionState, string>> = {
  Created: 'Starting',
  Setup: 'Starting',
  TransferSetup: 'Being transferred',
  Ringing: 'Ringing',
  InCall: 'Talking',
  CalleeOnHold: 'On hold',
  CallerOnHold: 'On hold',
  OnHold: 'On hold',
  OnHoldInactive: 'On hold',
  TransferRequested: 'Transfer asked for',
  Transferring: 'Being transferred',
  TransferCompleted: 'Transferred',
  TransferFailed: 'Transfer failed',
  CallerHungUp: 'Caller hung up',
  CalleeHungUp: 'Hung up',
  Redirected: 'Redirected',
  NotFound: 'Number not found',
  Busy: 'Busy',
  Cancelled: 'Cancelled',
  NotAnswered: 'Not answered',
  Error: 'Failed',
  Aborted: 'Broken off',
  Ended: 'Ended',
}

const connectionWords: Readonly<Record<ConnectionState, string>> = {
  connecting: 'Connecting',
  granted: 'Live',
  denied: 'Access refused',
  failed: 'No connection',
  closed: 'Connection lost',
  scriptMissing: 'PBX script missing',
}

const connectionSentences: Readonly<Record<ConnectionState, (scriptUrl: string) => string>> = {
  connecting: () => 'Connecting to the phone system. Nothing to do: the wall goes on by itself.',
  granted: () => 'Connected. The calls of this moment are being read.',
  denied: () =>
    'The phone system refused the wall. Check the token, or the Webphone extension’s password.',
  failed: () =>
    'The phone system cannot be reached. Check its address and that it runs; the wall keeps trying.',
  closed: () => 'The connection to the phone system was lost. The wall is trying to get it back.',
  scriptMissing: (scriptUrl) =>
    scriptUrl === ''
      ? 'The phone system’s script did not load. Check the PBX address in the config.'
      : `The script ${scriptUrl} did not load. Open that address in a browser to see why.`,
}

/** Every text of the wall in English. Another language is another object of the same shape. */
export const english = {
  /** As `<html>` names it. */
  language: 'en',
  /** `ltr` or `rtl`. */
  direction: 'ltr',
  /** BCP 47, for dates and numbers. */
  locale,
  none: '—',
  states,
  internal: 'Internal',
  directions,
  sessionStates,
  connection: { words: connectionWords, sentences: connectionSentences, syncing: 'Reading calls' },
  since: (time: string) => `since ${time}`,
  connectionLabel: 'Connection',
  figuresTitle: 'Figures',
  figures: figureLabels,
  figureBlocks: figureBlockTitles,
  partial: 'Incomplete: the wall was not connected for part of this time',
  percent: '%',
  agents: {
    title: 'Agents',
    shares: 'Agents by state',
    extension: (extension: string) => `Extension ${extension}`,
    calls: plural({ one: 'call', other: 'calls' }),
    missed: 'missed',
    none: 'No agents to show',
  },
  waiting: {
    title: 'Waiting now',
    caller: 'Caller',
    queue: 'Queue',
    time: 'Waiting for',
    nobody: 'Nobody is waiting',
    more,
  },
  popups: {
    title: 'New calls',
    close: (caller: string) => `Close the notice of the call from ${caller}`,
    more,
    to: 'to',
  },
  chart: {
    title: 'Calls today',
    perInterval: (minutes: number) => `Calls per ${minutes} min`,
    keys: {
      answered: 'answered',
      abandoned: 'abandoned',
      serviceLevel: 'service level',
      level: 'level',
      other: 'other',
      gap: 'not connected',
    },
    interval: 'From',
    offered: 'Offered',
    answered: 'Answered',
    abandoned: 'Abandoned',
    other: 'Other',
    serviceLevel: 'Service level',
    empty: 'No calls yet today',
    gap: 'Not connected',
    agents: 'Calls per agent today',
    agent: 'Agent',
    moreAgents: (agents: number) => `+ ${count(agents)} with fewer`,
  },
  queues: {
    title: 'Queues',
    /** Short, for the row of a queue. */
    figures: { waitingCalls: 'Waiting', longestWaitNow: 'Longest', serviceLevel: 'Level' },
    more,
  },
  allFigures: 'All figures',
  whole: 'Total',
  signIn: {
    title: 'Sign in to the phone system',
    hint: 'Kept in this page’s memory only, until it is closed.',
    address: 'PBX address',
    addressExample: '192.0.2.10',
    way: 'Sign in with',
    token: 'Token',
    tokenWay: 'A token',
    extensionWay: 'A Webphone extension',
    extension: 'Extension',
    password: 'Password',
    submit: 'Show the wall',
  },
  teams: {
    title: 'Choose a team',
    free: 'free',
    talking: 'talking',
    waiting: 'waiting',
    none: 'There are no teams. Add one under “teams” in the config file.',
  },
  problems,
  tokenProblems,
  ...wallTexts,
  ...kioskTexts,
  ...noticeTexts,
  ...accessTexts,
  ...staleTexts,
} as const

/** The connection states that the wall has words for. */
export type ConnectionName = keyof typeof connectionWords

/** The parts that the table of all figures has titles for. */
export type FigureBlockName = keyof typeof figureBlockTitles
