import type { AgentState } from '../../domain/agentState.ts'
import type { Direction } from '../../domain/sessionEvent.ts'

/** What a state icon can show: a state, or talk among ourselves. */
export type StateIconName = AgentState | 'internal'

/** Every icon of the wall: those of states, where a call comes from or goes to, and signs. */
export type IconName =
  | StateIconName
  | Direction
  | ('handset' | 'bell' | 'circling' | 'spanner' | 'loud' | 'mute' | 'cross')

/**
 * The character that the icon font draws each icon at; each shape is one of its own, so that no state needs its colour.
 * Where the font is missing, a character of another one says about the same.
 */
export const icons: Readonly<Record<IconName, string>> = {
  talking: '\u275e',
  internal: '\u21c4',
  hold: '\u2016',
  ringing: '\u237e',
  dialing: '\u2706',
  wrapup: '\u270e',
  away: '\u2615',
  available: '\u2713',
  notSeen: '\u25f7',
  offline: '\u2715',
  unknown: '?',
  inbound: '\u2199',
  outbound: '\u2197',
  external: '\u21b1',
  handset: '\u260f',
  bell: '\u26a0',
  circling: '\u21bb',
  spanner: '\u2692',
  loud: '\u266a',
  mute: '\u2298',
  cross: '\u00d7',
}
