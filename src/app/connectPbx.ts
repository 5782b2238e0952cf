import type { WallConfig } from '../contract/wallConfig.ts'
import type { Clock } from '../domain/clock.ts'
import type { ConnectionEvent } from '../domain/sessionEvent.ts'
import { startConnection } from '../pbx/connection.ts'
import type { Admission } from '../pbx/connection.ts'
import { createOzekiClient } from '../pbx/ozeki/ozekiClient.ts'
import { systemTimers } from '../pbx/timers.ts'
import type { TokenProblem } from './components/views.ts'
import { TokenError } from './fetchToken.ts'
import { log } from './log.ts'
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
  /** What the wall shows, in words and as its path. */
  readonly team: string
  readonly route: string
  readonly admission: () => Promise<Admission>
  readonly isQuiet: () => boolean
  /** Told of every event of the PBX. */
  readonly onHeard: (event: ConnectionEvent) => void
  /** Gets what gives up a connection that only looks alive, or a wait, and connects at once. */
  readonly onStart: (retryNow: () => void) => void
}): Connect {
  const { config, address, clock, version, team, route, isQuiet } = options
  return ({ onState, onEvent, onClient, onUnknownWords }) => {
    const client = createOzekiClient({
      address: address.host,
      scriptUrl: address.scriptUrl,
      properties: {
        Nickname: config.pbx.clientName.replace('{team}', team),
        Kind: 'callwall',
        Route: route,
        Version: version,
        Since: new Date(clock.now()).toISOString(),
      },
      onLog(message) {
        log(message)
        onUnknownWords(client.unknownWords())
      },
      scope: window,
      clock,
      timeZone: config.site.timeZone,
    })
    const stopHearing = client.onClient(onClient)
    let tokenProblem: TokenProblem | undefined
    const admission = async (): Promise<Admission> => {
      tokenProblem = undefined
      try {
        return await options.admission()
      } catch (error) {
        if (error instanceof TokenError) tokenProblem = error.problem
        throw error
      }
    }
    const connection = startConnection({
      ...{ client, clock, admission, isQuiet },
      random: () => Math.random(),
      timers: systemTimers,
      onEvent(event) {
        options.onHeard(event)
        onEvent(event)
      },
      onState(state, isLive) {
        // A renewal that found no token is no reason of a later end.
        const isOfToken = state === 'denied' || state === 'failed'
        onState(state, isLive, isOfToken ? tokenProblem : undefined)
      },
    })
    options.onStart(() => connection.retryNow())
    return () => {
      connection.stop()
      stopHearing()
    }
  }
}
