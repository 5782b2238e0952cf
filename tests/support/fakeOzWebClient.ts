/** How this PBX's script contradicts the other pages of its documentation. */
export interface FakeOptions {
  /** What a connection callback gets. */
  readonly connectionInfo?: 'State' | 'state' | 'plain'
  readonly connectionMethods?: readonly ('onConnectionStateChanged' | 'onConStateChanged')[]
  /** Whether a second registration of an event replaces the first or joins it. */
  readonly keeps?: 'all' | 'last'
  readonly properties?: 'camel' | 'pascal' | 'short'
  readonly callback?: 'session, state' | 'state, session' | 'session' | 'state' | 'none'
  readonly spell?: (state: string) => unknown
  readonly listing?: 'map' | 'array' | 'Map' | 'single' | 'null' | 'throws'
  /** Methods of the script that throw. */
  readonly throws?: readonly string[]
  /** Whether sessions offer onSessionStateChanged. */
  readonly areSessionsSilent?: boolean
}

type Callback = (...args: unknown[]) => void
type Properties = Readonly<Record<string, unknown>>

/** One fake session: the object the script hands out, and what the fake does to it. */
export interface FakeSession {
  readonly object: Record<string, unknown>
  /** Sets the property, unless told not to, and calls back. */
  to(state: string, options?: { readonly property?: string }): void
}

/** A fake of the PBX's script, configurable for the contradictions of its documentation. */
export interface FakeOzWebClient {
  readonly ozWebClient: Record<string, unknown>
  readonly connects: readonly (readonly unknown[])[]
  readonly disconnects: () => number
  /** Methods that a watcher must not call and that were touched. */
  readonly touched: readonly string[]
  readonly registrations: (method: string) => number
  /** Reports a state of the connection, as ACCESS_GRANTED. */
  connection(state: string): void
  /** Makes a session without telling anybody. */
  session(properties: Properties): FakeSession
  create(session: FakeSession): void
  close(session: FakeSession): void
  emit(method: string, ...args: unknown[]): void
}

const modifying = [
  'blindTransfer',
  'close',
  'closeWithHangup',
  'forward',
  'hangup',
  'hold',
  'unhold',
  'sendDtmf',
  'startListen',
  'stopListen',
  'createCall',
]

const shortNames: Readonly<Record<string, string>> = { sessionId: 'Id', sessionState: 'State' }

/** A fake that behaves as the pages document it, unless told otherwise. */
export function createFakeOzWebClient(
  options: FakeOptions = {},
  helper: Properties = {},
): FakeOzWebClient {
  const { connectionInfo = 'State', keeps = 'all', callback = 'session, state' } = options
  const spell = options.spell ?? ((state: string) => state)
  const callbacks = new Map<string, Callback[]>()
  const connects: (readonly unknown[])[] = []
  const touched: string[] = []
  const listed = new Map<string, Record<string, unknown>>()
  let disconnects = 0

  const register = (method: string) => (registered: Callback) => {
    failIfTold(method)
    const before = keeps === 'all' ? (callbacks.get(method) ?? []) : []
    callbacks.set(method, [...before, registered])
  }
  const failIfTold = (method: string): void => {
    if (options.throws?.includes(method) === true) throw new Error(`${method} is out of order`)
  }
  const emit = (method: string, ...args: unknown[]): void => {
    for (const registered of callbacks.get(method) ?? []) registered(...args)
  }
  const nameOf = (name: string): string => {
    if (options.properties === 'short' && shortNames[name] !== undefined) return shortNames[name]
    const isPascal = options.properties === 'pascal' || options.properties === 'short'
    return isPascal ? name.charAt(0).toUpperCase() + name.slice(1) : name
  }
  const list = (word: unknown): unknown => {
    const found = [...listed].filter(([, session]) => session[nameOf('sessionState')] === word)
    switch (options.listing ?? 'map') {
      case 'map':
        return Object.fromEntries(found)
      case 'array':
        return found.map(([, session]) => session)
      case 'Map':
        return new Map(found)
      case 'single':
        return found[0]?.[1] ?? null
      case 'null':
        return null
      case 'throws':
        throw new TypeError('no list today')
    }
  }
  const guard = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        if (modifying.includes(String(name))) touched.push(String(name))
        return Reflect.get(object, name) as unknown
      },
    })

  const methods = options.connectionMethods ?? ['onConnectionStateChanged']
  const events = ['onSessionCreated', 'onSessionClosed', 'onUserInfoReceived', 'onErrorOccured']
  const ozWebClient = guard<Record<string, unknown>>({
    ...Object.fromEntries([...methods, ...events].map((name) => [name, register(name)])),
    helper: guard({ getActiveSessionsBySessionState: list, ...helper }),
    connect(...args: unknown[]) {
      failIfTold('connect')
      connects.push(args)
    },
    disconnect() {
      disconnects++
      failIfTold('disconnect')
    },
  })

  return {
    ozWebClient,
    connects,
    touched,
    emit,
    disconnects: () => disconnects,
    registrations: (method) => (callbacks.get(method) ?? []).length,
    connection(state) {
      const info = connectionInfo === 'plain' ? state : { [connectionInfo]: state }
      for (const method of methods) emit(method, info)
    },
    session(properties) {
      const named = Object.entries(properties).map(([name, value]) => [
        nameOf(name),
        name === 'sessionState' && typeof value === 'string' ? spell(value) : value,
      ])
      const heard: Callback[] = []
      const ownMethods = {
        onSessionStateChanged: (registered: Callback) => {
          heard.push(registered)
        },
      }
      const object = guard<Record<string, unknown>>({
        ...Object.fromEntries(named),
        ...(options.areSessionsSilent === true ? {} : ownMethods),
      })
      listed.set(String(properties['sessionId']), object)
      return {
        object,
        to(state, { property = state } = {}) {
          object[nameOf('sessionState')] = spell(property)
          const word = spell(state)
          const args = {
            'session, state': [object, word],
            'state, session': [word, object],
            session: [object],
            state: [word],
            none: [],
          }[callback]
          for (const registered of heard) registered(...args)
        },
      }
    },
    create: ({ object }) => emit('onSessionCreated', object),
    close: ({ object }) => emit('onSessionClosed', object),
  }
}
