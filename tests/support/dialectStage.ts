import { onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { ConnectionEvent } from '../../src/domain/sessionEvent.ts'
import type { Dialect } from '../../src/emulator/dialect.ts'
import { profiles } from '../../src/emulator/dialect.ts'
import { createOzWebClient } from '../../src/emulator/webphone/client.ts'
import type { OzWebClient } from '../../src/emulator/webphone/client.ts'
import { CallState, ConnectionState } from '../../src/emulator/webphone/words.ts'
import type { ConnectionState as Connected, PbxClient } from '../../src/pbx/client.ts'
import { createOzekiClient } from '../../src/pbx/ozeki/ozekiClient.ts'
import type { EmulatedPbx, Site } from './emulatedPbx.ts'
import { emulatedPbx, siteAt } from './emulatedPbx.ts'
import { createFakePage } from './fakePage.ts'

/** An emulator, its browser script and the driver on a real socket, without a browser. */
export interface DialectStage {
  readonly pbx: EmulatedPbx
  readonly script: OzWebClient
  readonly client: PbxClient
  /** What the driver said of the connection. */
  readonly states: readonly Connected[]
  /** The events in words: `opened InCall 061 to 1001`; `?` for an unknown state. */
  readonly told: () => readonly string[]
  readonly events: readonly ConnectionEvent[]
  /** Resolves when the driver has heard all that happened so far. */
  readonly heard: () => Promise<void>
}

/** The stage with a dialect that differs from `documented` in `changes`; nobody has connected yet. */
export async function dialectStage(
  changes: Partial<Dialect>,
  site: Site = siteAt(),
): Promise<DialectStage> {
  const dialect: Dialect = { ...profiles.documented, ...changes }
  // Node 20 has no WebSocket of its own.
  vi.stubGlobal('WebSocket', WebSocket)
  const pbx = await emulatedPbx({ dialect }, site)
  const script = createOzWebClient(pbx.ports.gateway, dialect)
  const page = createFakePage({ OzWebClient: script, ConnectionState, CallState })
  const client = createOzekiClient({
    address: '127.0.0.1',
    scriptUrl: 'http://127.0.0.1/WebphoneAPI',
    properties: { Nickname: 'Support wall', kind: 'callwall', version: '1' },
    scope: page.scope,
    clock: pbx.clock,
    timeZone: 'Europe/Budapest',
  })
  onTestFinished(() => client.disconnect())
  const states: Connected[] = []
  const events: ConnectionEvent[] = []
  const told: string[] = []
  client.onConnection((state) => states.push(state))
  client.onSession((event) => {
    const { type, session } = event
    events.push(event)
    told.push(`${type} ${session.state ?? '?'} ${session.caller} to ${session.callee}`)
  })
  return { pbx, script, client, states, events, told: () => told, heard: () => pbx.settled() }
}

/** Connects the driver, and waits until the PBX has let the script in, whatever the driver makes of that. */
export async function letIn({ pbx, client, script }: DialectStage): Promise<void> {
  client.connect({ type: 'token', token: pbx.tokens.issue({ allowSessionModification: false }) })
  await vi.waitFor(() => {
    if (!script.checkWebPhoneState()) throw new Error('not let in yet')
  })
}

/** The stage with a script that has been let in. */
export async function connected(
  changes: Partial<Dialect>,
  site: Site = siteAt(),
): Promise<DialectStage> {
  const stage = await dialectStage(changes, site)
  await letIn(stage)
  return stage
}
