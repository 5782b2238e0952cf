import type { WallConfig } from '../contract/wallConfig.ts'
import type { Clock } from '../domain/clock.ts'
import { startConnection } from '../pbx/connection.ts'
import type { Credentials } from '../pbx/client.ts'
import { createOzekiClient } from '../pbx/ozeki/ozekiClient.ts'
import { systemTimers } from '../pbx/timers.ts'
import type { Connect } from './stores/centre.ts'

export interface PbxAddress {
  readonly host: string
  readonly scriptUrl: string
}

/** Where the PBX is, as this page sees it. The host `auto`, in either place, is the host that the page came from. */
export function pbxAddressOf(pbx: WallConfig['pbx'], pageHost: string): PbxAddress {
  const host = pbx.address === 'auto' ? pageHost : pbx.address
  const script = new URL(pbx.scriptUrl ?? `http://${host}:7777/WebphoneAPI`)
  if (script.hostname === 'auto') script.hostname = pageHost
  return { host, scriptUrl: script.href }
}

/** The way to the Ozeki PBX of the config: the page's window, a driver on it, and a connection that is kept. */
export function connectPbx(options: {
  readonly config: WallConfig
  readonly address: PbxAddress
  readonly clock: Clock
  readonly version: string
  readonly team: string
  readonly credentials: () => Promise<Credentials>
}): Connect {
  const { config, address, clock, version, team, credentials } = options
  return ({ onState, onEvent }) => {
    const client = createOzekiClient({
      address: address.host,
      scriptUrl: address.scriptUrl,
      properties: {
        Nickname: config.pbx.clientName.replace('{team}', team),
        Kind: 'callwall',
        Version: version,
      },
      scope: window,
      clock,
      timeZone: config.site.timeZone,
    })
    const random = (): number => Math.random()
    const connection = startConnection({
      ...{ client, credentials, clock, random, onState, onEvent },
      timers: systemTimers,
    })
    return () => connection.stop()
  }
}
