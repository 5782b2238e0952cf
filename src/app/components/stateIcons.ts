import type { AgentState } from '../../domain/agentState.ts'
import type { Direction } from '../../domain/sessionEvent.ts'

/** What a state icon can show: a state, or talk among ourselves. */
export type StateIconName = AgentState | 'internal'

/** Paths in a box of 24 by 24, drawn with a line of 2.4: each a shape of its own, so that no state needs its colour. */
export const stateIcons: Readonly<Record<StateIconName, string>> = {
  talking: 'M4 4.5h16v11.5h-9.5l-5 4.5v-4.5H4z',
  internal: 'M3 9h15M14 4.5 18.5 9 14 13.5M21 17H6m4-3.5L5.5 17 10 20.5',
  hold: 'M8 4.5v15M16 4.5v15',
  ringing: 'M4 17.5h16l-2-2.5v-4.5a6 6 0 0 0-12 0V15zM10 21h4M12 4.5v-2',
  dialing:
    'M5 3.5h4l1.8 4.5-2.3 1.7a12 12 0 0 0 5.8 5.8l1.7-2.3 4.5 1.8v4A2 2 0 0 1 18.3 21 16 16 0 0 1 3 5.7 2 2 0 0 1 5 3.5z',
  wrapup: 'M4 20l1.2-4.8L16.5 3.9l3.6 3.6L8.8 18.8zM13.8 6.6l3.6 3.6',
  away: 'M4 8h12v6.5a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 9.5h1.5a3 3 0 0 1 0 6H16M8 2.5v2M12 2.5v2',
  available: 'M3.5 13l5.5 5.5L20.5 6',
  notSeen: 'M12 3.5a8.5 8.5 0 1 0 .01 0M12 7.5V12l3.2 2.2',
  offline: 'M5 5l14 14M19 5 5 19',
  unknown: 'M6.5 8.5a5.5 5.5 0 1 1 8 4.9c-1.8 1-2.5 1.8-2.5 3.3M12 21v.2',
}

/** Paths of the same kind for where a call comes from and goes to. */
export const directionIcons: Readonly<Record<Direction, string>> = {
  inbound: 'M19 5 5.5 18.5M5.5 8v10.5H16',
  outbound: 'M5 19 18.5 5.5M18.5 16V5.5H8',
  internal: stateIcons.internal,
  external: 'M4 19v-4.5a4.5 4.5 0 0 1 4.5-4.5H20M15 5l5 5-5 5',
}
