import type { Dialect } from './dialect.ts'
import { profiles } from './dialect.ts'
import type { Faults } from './faults.ts'
import { createFaults } from './faults/createFaults.ts'
import { apiGate, scriptGate } from './faults/gates.ts'
import { createFaultsInForce } from './faults/inForce.ts'
import { withoutLogin, withoutTokens } from './faults/refusedTokens.ts'
import { seenExchange } from './faults/seenExchange.ts'
import { startGateway } from './gateway.ts'
import type { Webphone } from './gatewayLogin.ts'
import { createLoginCheck } from './gatewayLogin.ts'
import type { AccessOptions } from './http/access.ts'
import { createAccessCheck } from './http/access.ts'
import { createHttpApi } from './http/api.ts'
import { httpPath } from './http/httpPath.ts'
import { startHttpServer } from './http/httpServer.ts'
import { createLocalTime } from './http/localTime.ts'
import type { Random } from './random.ts'
import { startScriptServer } from './script.ts'
import type { Tokens } from './tokens.ts'
import { createTokens } from './tokens.ts'
import type { EmulatorClock, Exchange, Traffic } from './types.ts'

export interface EmulatorPorts {
  /** Where `/WebphoneAPI` is. */
  readonly script: number
  /** What the browser script connects to. */
  readonly gateway: number
  /** The HTTP API. */
  readonly http: number
}

export interface EmulatorOptions {
  /** Whoever creates the exchange also stops its clock. */
  readonly exchange: Exchange
  /** The site's IANA time zone. */
  readonly timeZone: string
  /** Makes tokens and web clients' numbers. */
  readonly random: Random
  /** The built browser script. */
  readonly webphoneScriptPath: string
  /** How its faces speak. @default the profile `documented` */
  readonly dialect?: Dialect
  /** @default no calls but those made on the exchange */
  readonly traffic?: Traffic
  /** @default '127.0.0.1' */
  readonly host?: string
  /** 0 for any. @default the PBX's own: 7777, 7779, 7780 */
  readonly ports?: Partial<EmulatorPorts>
  /** Who may use the HTTP API. @default everybody */
  readonly access?: AccessOptions
  /** @default none */
  readonly webphones?: readonly Webphone[]
  /** Seconds of site time. @default 86400 */
  readonly tokenLifetimeSeconds?: number
}

/** A running emulator. */
export interface Emulator {
  /** The ports really taken. */
  readonly ports: EmulatorPorts
  /** Where the HTTP API is on its port. */
  readonly httpPath: string
  readonly exchange: Exchange
  readonly clock: EmulatorClock
  readonly tokens: Tokens
  /** What goes wrong with it. */
  readonly faults: Faults
  /** Resolves when every web client that can hear has dealt with all that was sent to it before. */
  settled(): Promise<void>
  /** Cuts the connections of all web clients, as a failing network does. */
  dropConnections(): void
  /** Ends the traffic and closes every port. A second call does nothing. */
  stop(): Promise<void>
}

const usualPorts: EmulatorPorts = { script: 7777, gateway: 7779, http: 7780 }

/** Starts all faces of the PBX, or none: throws an EmulatorStartError when one of them cannot start. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { exchange, random, host = '127.0.0.1', tokenLifetimeSeconds } = options
  const { dialect = profiles.documented } = options
  const wanted = { ...usualPorts, ...options.ports }
  const { clock } = exchange
  const time = createLocalTime(options.timeZone)
  const access = createAccessCheck(options.access ?? {})
  const tokens = createTokens({
    clock,
    random,
    ...(tokenLifetimeSeconds !== undefined && { lifetimeSeconds: tokenLifetimeSeconds }),
  })
  const inForce = createFaultsInForce()
  const seen = seenExchange(exchange, inForce)
  const login = withoutLogin(createLoginCheck(tokens, options.webphones ?? []), inForce)
  const path = httpPath(dialect)
  const api = withoutTokens(
    createHttpApi({ exchange: seen, tokens, time, access, dialect }),
    inForce,
  )
  const stops: (() => void | Promise<void>)[] = [() => seen.stop()]
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end()
  }

  try {
    const gateway = await startGateway({
      exchange: seen,
      inForce,
      time,
      login,
      dialect,
      random,
      host,
      port: wanted.gateway,
    })
    stops.push(
      () => gateway.stop(),
      seen.subscribe((event) => gateway.tell(event)),
    )
    const script = await startScriptServer({
      host,
      port: wanted.script,
      scriptPath: options.webphoneScriptPath,
      gatewayPort: gateway.port,
      dialect,
      gate: scriptGate(inForce),
    })
    stops.push(() => script.stop())
    const http = await startHttpServer(api, host, wanted.http, path, apiGate(inForce))
    stops.push(() => http.stop())
    const running = createFaults({ inForce, exchange, seen, tokens, gateway, script, http })
    stops.push(() => running.stop())
    if (options.traffic !== undefined) stops.push(options.traffic(exchange))

    return {
      ports: { script: script.port, gateway: gateway.port, http: http.port },
      httpPath: path,
      exchange,
      clock,
      tokens,
      faults: running.faults,
      settled: () => gateway.settled(),
      dropConnections: () => gateway.dropConnections(),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
