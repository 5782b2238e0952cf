import type { ActiveEvent } from '../contract/serverEvents.ts'
import { createAccess } from './access.ts'
import { createApp } from './app.ts'
import type { ConfigSource } from './configSource.ts'
import { createEventHub } from './eventHub.ts'
import { watchHandmadeToken } from './handmadeToken.ts'
import { healthOf } from './health.ts'
import type { Health } from './health.ts'
import { httpApiOf } from './httpApi.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import { systemTime } from './machineTime.ts'
import type { MachineTime } from './machineTime.ts'
import { createNotices } from './notices.ts'
import { createPbxHealth } from './pbxHealth.ts'
import { openRecords } from './records/openRecords.ts'
import { dayAt } from './records/siteDays.ts'
import { callRoutes } from './records/routes.ts'
import { secretsOf } from './secrets.ts'
import type { SiteClock } from './siteBodies.ts'
import { firstEvents } from './siteEvents.ts'
import { tellWalls } from './tellWalls.ts'
import { createTokenBroker } from './tokenBroker.ts'
import { createWallRegistry } from './wallRegistry.ts'
import { watchPbx } from './watchPbx.ts'

export interface ServeOptions {
  /** Stopped with the server. */
  readonly config: ConfigSource
  /** Path of the call records, or `:memory:`. */
  readonly recordsFile: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly clock: SiteClock
  readonly version: string
  readonly appDir: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly fetch: typeof globalThis.fetch
  readonly log: Log
  /** @default the machine's own */
  readonly time?: MachineTime
}

export interface RunningServer {
  readonly port: number
  readonly url: string
  /** Ends every stream, waits for the requests under way, and closes the records. A second call does nothing more. */
  stop(): Promise<void>
}

/** Starts the wall server. Rejects with a `ServeError` when it cannot listen. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { host, clock, version, log, time = systemTime } = options
  const config = (): ReturnType<ConfigSource['current']> => options.config.current()
  const site = { config, clock, version }
  const { accessKey, fixedToken, user: known } = secretsOf(options.env)
  const user = { ...known, fetch: options.fetch }
  if (accessKey === undefined && !isLoopback(host)) {
    log('warn', 'Everybody who reaches this address can see the wall: no access key is set.')
  }

  const notices = createNotices(clock)
  const pbxHealth = createPbxHealth(clock, log)
  const walls = createWallRegistry({ time, log })
  const records = openRecords({ file: options.recordsFile, config, clock, timers: time, log })
  const lifetimeSeconds = (): number => config().pbx.tokenLifetimeSeconds
  const tokens = createTokenBroker({
    httpApi: () => httpApiOf(config(), user),
    ...{ fixedToken, lifetimeSeconds, clock, time },
    onOutcome: (error) => pbxHealth.note('token', error),
  })
  let active: ActiveEvent | undefined
  const events = createEventHub({
    firstEvents: () =>
      firstEvents(site, { notices: notices.current(), active, revision: records.revision() }),
  })
  const startedAt = time.now()
  const storedToday = (): number => {
    const { start, end } = dayAt(config(), clock.now())
    return records.count(start, end)
  }
  const health = (): Health =>
    healthOf({
      version,
      uptimeSeconds: Math.round((time.now() - startedAt) / 1000),
      walls: { ...walls.summary(), streams: events.readers() },
      pbx: pbxHealth.summary(),
      records: { ...records.state(), today: storedToday() },
      config: options.config.state(),
      notices: notices.current().map(({ code }) => code),
    })
  const app = createApp({
    ...{ site, tokens, events, walls, health, log, appDir: options.appDir },
    access: createAccess({ key: accessKey, now: () => time.now(), log }),
    calls: callRoutes({ records, config, clock }),
  })
  const server = await listen(app, { host, port: options.port, timers: time }).catch(
    (error: unknown) => {
      options.config.stop()
      records.close()
      throw error
    },
  )

  const ends = [
    tellWalls({ site, config: options.config, records, notices, events, timers: time }),
    watchPbx({
      ...{ site, user, timers: time, health: pbxHealth, notices, records },
      isWatched: () => walls.summary().live > 0,
      onActive: (listed) => {
        active = listed
        if (listed !== undefined) events.send({ name: 'active', data: listed })
      },
    }),
  ]
  if (fixedToken !== undefined)
    ends.push(watchHandmadeToken({ lifetimeSeconds, clock, timers: time, notices, log }))

  const stop = async (): Promise<void> => {
    for (const end of ends) end()
    options.config.stop()
    events.close()
    await server.close()
    records.close()
  }
  let stopped: Promise<void> | undefined
  return { port: server.port, url: urlOf(host, server.port), stop: () => (stopped ??= stop()) }
}

function urlOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
