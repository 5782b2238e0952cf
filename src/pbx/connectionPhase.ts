/**
 * The life of a connection, with the waiting between two tries:
 *
 *     idle --start--> asking --credentials--> connecting --granted--> syncing --synced--> live
 *                      ^  |                       |                      |                 |
 *                      |  '----------------------. | .--------------------'-----------------'
 *                      |                          v v v  denied, failed, closed, scriptMissing, timeout
 *                      '---------retry---------- waiting --granted--> syncing  (the PBX's script came back by itself)
 *
 *     live --renew--> renewing --credentials--> connecting  (the switch to a new token)
 *                        '-------kept---------> live        (there is no new token)
 *     renewing leaves for waiting as live does
 *     live, renewing --retry--> asking  (somebody knows that the connection only looks alive)
 *     any  --stop---> stopped
 *
 * asking: a token is being fetched. syncing: granted, the snapshot is being taken. renewing: live, with a new token
 * being fetched or waiting for its moment.
 */
export type ConnectionPhase =
  'idle' | 'asking' | 'connecting' | 'syncing' | 'live' | 'renewing' | 'waiting' | 'stopped'

/** Why a try or a connection is over. */
export type Setback = 'denied' | 'failed' | 'closed' | 'scriptMissing'

/** What may happen to a connection: its own steps, and the setbacks that the client reports. */
export type ConnectionInput =
  | 'start'
  | 'credentials'
  | 'granted'
  | 'synced'
  | 'timeout'
  | 'renew'
  | 'kept'
  | 'retry'
  | 'stop'
  | Setback

type Row = Readonly<Partial<Record<ConnectionInput, ConnectionPhase>>>

const setbacks = {
  denied: 'waiting',
  failed: 'waiting',
  closed: 'waiting',
  scriptMissing: 'waiting',
} as const satisfies Row

const table = {
  idle: { start: 'asking', stop: 'stopped' },
  asking: { credentials: 'connecting', ...setbacks, timeout: 'waiting', stop: 'stopped' },
  connecting: { granted: 'syncing', ...setbacks, timeout: 'waiting', stop: 'stopped' },
  syncing: { synced: 'live', ...setbacks, stop: 'stopped' },
  live: { renew: 'renewing', retry: 'asking', ...setbacks, stop: 'stopped' },
  renewing: {
    credentials: 'connecting',
    kept: 'live',
    retry: 'asking',
    ...setbacks,
    stop: 'stopped',
  },
  waiting: { retry: 'asking', granted: 'syncing', stop: 'stopped' },
  stopped: {},
} as const satisfies Record<ConnectionPhase, Row>

/** The phase after `input`; the same phase for an input that comes late or twice. */
export function nextPhase(phase: ConnectionPhase, input: ConnectionInput): ConnectionPhase {
  const row: Row = table[phase]
  return row[input] ?? phase
}
