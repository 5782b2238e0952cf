/** The states of a tile on this page. */
export type StateName = 'available' | 'ringing' | 'dialing' | 'talking' | 'hold'
/** The directions of a call on this page. */
export type DirectionName = 'inbound' | 'outbound' | 'internal'

const internal = 'M3 9h15M14 4.5 18.5 9 14 13.5M21 17H6m4-3.5L5.5 17 10 20.5'

/** Copies of the wall's icons: this page stays as it is when the wall changes. */
export const statePaths: Readonly<Record<StateName | 'internal', string>> = {
  talking: 'M4 4.5h16v11.5h-9.5l-5 4.5v-4.5H4z',
  internal,
  hold: 'M8 4.5v15M16 4.5v15',
  ringing: 'M4 17.5h16l-2-2.5v-4.5a6 6 0 0 0-12 0V15zM10 21h4M12 4.5v-2',
  dialing:
    'M5 3.5h4l1.8 4.5-2.3 1.7a12 12 0 0 0 5.8 5.8l1.7-2.3 4.5 1.8v4A2 2 0 0 1 18.3 21 16 16 0 0 1 3 5.7 2 2 0 0 1 5 3.5z',
  available: 'M3.5 13l5.5 5.5L20.5 6',
}

export const directionPaths: Readonly<Record<DirectionName, string>> = {
  inbound: 'M19 5 5.5 18.5M5.5 8v10.5H16',
  outbound: 'M5 19 18.5 5.5M18.5 16V5.5H8',
  internal,
}

export const handsetPath =
  'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2'
