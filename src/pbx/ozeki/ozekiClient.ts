import type { Clock } from '../../domain/clock.ts'
import type { SessionEvent } from '../../domain/sessionEvent.ts'
import { createZone } from '../../domain/zone.ts'
import type { ConnectionState, Credentials, PbxClient, WebClient } from '../client.ts'
import { createListeners } from '../listeners.ts'
import { PbxError } from '../pbxError.ts'
import { systemTimers } from '../timers.ts'
import type { Timers } from '../timers.ts'
import { listActiveSessions } from './activeSessions.ts'
import { readClient } from './clientInfo.ts'
import { connectionWord, parseOutcome } from './connectionWord.ts'
import { namesOfUser, readDirectory, readLines } from './directoryReader.ts'
import { hasMethod, invoke, readProperty } from './foreign.ts'
import { createInstantReader } from './instant.ts'
import { loadScript } from './loadScript.ts'
import type { PbxScope } from './loadScript.ts'
import { createOddities } from './oddities.ts'
import { createRegistration } from './registration.ts'
import { createSessionFeed } from './sessionFeed.ts'

/** Which PBX, and what the driver may use of the page. */
export interface OzekiClientOptions {
  /** Host of the PBX, as `OzWebClient.connect` wants it. */
  readonly address: string
  readonly scriptUrl: string
  /** Told to the other web clients of the PBX: `Nickname`, kind, version. Must hold no secret. */
  readonly properties: Readonly<Record<string, string>>
  /** The window. */
  readonly scope: PbxScope
  readonly clock: Clock
  /** IANA zone of the PBX, for times that it writes without an offset. */
  readonly timeZone: string
  /** @default the machine's */
  readonly timers?: Timers
  /** Gets a sentence for everything odd that the PBX does, once each. @default none */
  readonly onLog?: (message: string) => void
}

/** One connection, from `connect` until the next or `disconnect`. Only the present one is heard. */
interface Link {
  state: ConnectionState
  ozWebClient: object | undefined
  stopLoading: () => void
}

const mostNames = 10_000

/**
 * A driver for the Ozeki Phone System by its browser script, which is loaded at the first connect. It only reads:
 * no method that changes a call is ever called.
 * @throws RangeError for a zone that Intl does not know
 */
export function createOzekiClient(options: OzekiClientOptions): PbxClient {
  const { scope, clock, timers = systemTimers } = options
  const oddities = createOddities(options.onLog ?? (() => undefined))
  const connectionListeners = createListeners<ConnectionState>()
  const sessionListeners = createListeners<SessionEvent>()
  const clientListeners = createListeners<WebClient>()
  const learntNames = new Map<string, string>()
  const zone = createZone(options.timeZone)
  const feed = createSessionFeed({
    clock,
    reading: {
      readInstant: createInstantReader((at) => zone.offsetAt(at)),
      isLine: (id) => lines.has(id),
      onUnknownWord: oddities.word,
    },
    oddities,
    onEvent: (event) => sessionListeners.emit(event),
  })
  let current: Link | undefined
  let lines: ReadonlySet<string> = new Set()
  let isOldCloseDue = false

  const learnNames = (user: unknown): void => {
    for (const [extension, name] of namesOfUser(user)) {
      if (learntNames.size < mostNames) learntNames.set(extension, name)
    }
  }

  const moveTo = (link: Link, state: ConnectionState): void => {
    if (link !== current || link.state === state) return
    if (state === 'granted' && link.ozWebClient !== undefined) {
      register(link.ozWebClient, 'granted')
      lines = readLines(readProperty(link.ozWebClient, 'helper'), oddities)
      if (!isOpen(link)) feed.start()
    }
    link.state = state
    if (!isOpen(link)) feed.stop()
    connectionListeners.emit(state)
  }

  const onClientInfo = (info: unknown): void => {
    const client = readClient(info)
    if (client === undefined) oddities.word('web client', typeof info)
    else if (current?.state === 'granted') clientListeners.emit(client)
  }

  /** The script is one for all connections: the close of one that was given up may arrive during the next. */
  const onConnectionInfo = (info: unknown): void => {
    const word = connectionWord(info)
    const outcome = parseOutcome(word, readProperty(scope, 'ConnectionState'))
    if (outcome === undefined) {
      oddities.word('connection state', word)
      return
    }
    const isOldClose = outcome === 'closed' && isOldCloseDue && current?.state !== 'granted'
    isOldCloseDue = false
    if (current !== undefined && !isOldClose) moveTo(current, outcome)
  }

  const register = createRegistration(
    {
      connection: onConnectionInfo,
      created: feed.created,
      closed: feed.closed,
      client: onClientInfo,
      user: learnNames,
      error: (error) => oddities.trouble('the PBX reports an error', error),
    },
    oddities,
  )

  const open = (link: Link, ozWebClient: object, credentials: Credentials): void => {
    link.ozWebClient = ozWebClient
    register(ozWebClient, 'connecting')
    const [identity, properties] = presented(credentials, options.properties)
    try {
      invoke(ozWebClient, 'connect', options.address, identity, properties)
    } catch (error) {
      oddities.trouble('connect failed', error)
      moveTo(link, 'failed')
    }
  }

  const load = (link: Link, credentials: Credentials): (() => void) =>
    loadScript({ scope, url: options.scriptUrl, timers }, (outcome) => {
      if (link !== current) return
      if (outcome instanceof PbxError) {
        oddities.trouble('script', outcome)
        moveTo(link, 'scriptMissing')
      } else open(link, outcome, credentials)
    })

  const disconnect = (): void => {
    const link = current
    current = undefined
    feed.stop()
    link?.stopLoading()
    if (link === undefined || !isOpen(link) || !hasMethod(link.ozWebClient, 'disconnect')) return
    isOldCloseDue = true
    oddities.attempt('disconnect', () => invoke(link.ozWebClient, 'disconnect'))
  }

  const grantedHelper = (): unknown =>
    current?.state === 'granted' ? readProperty(current.ozWebClient, 'helper') : undefined

  return {
    connect(credentials) {
      disconnect()
      oddities.hide(credentials.type === 'token' ? credentials.token : credentials.password)
      const link: Link = {
        state: 'connecting',
        ozWebClient: undefined,
        stopLoading: () => undefined,
      }
      current = link
      feed.start()
      connectionListeners.emit('connecting')
      if (link === current) link.stopLoading = load(link, credentials)
    },
    disconnect,
    onConnection: (listener) => connectionListeners.add(listener),
    onSession: (listener) => sessionListeners.add(listener),
    onClient: (listener) => clientListeners.add(listener),
    snapshot() {
      if (current?.state !== 'granted') return []
      const enumerations = ['SessionState', 'CallState'].map((name) => readProperty(scope, name))
      feed.adopt(listActiveSessions(grantedHelper(), enumerations, oddities))
      return feed.alive()
    },
    directory: () =>
      current?.state === 'granted' ? readDirectory(grantedHelper(), learntNames, oddities) : [],
    unknownWords: () => oddities.summary(),
  }
}

function isOpen({ state }: Link): boolean {
  return state === 'connecting' || state === 'granted'
}

/** What `OzWebClient.connect` gets for credentials. */
function presented(
  credentials: Credentials,
  properties: Readonly<Record<string, string>>,
): readonly [identity: string, properties: Readonly<Record<string, string>>] {
  return credentials.type === 'token'
    ? [credentials.token, { ...properties }]
    : [credentials.extension, { ...properties, Password: credentials.password }]
}
