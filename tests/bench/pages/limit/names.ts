/** The states of a tile on this page. */
export type StateName = 'available' | 'ringing' | 'dialing' | 'talking' | 'hold'
/** The directions of a call on this page. */
export type DirectionName = 'inbound' | 'outbound' | 'internal'
