import type { Clock } from '../../domain/clock.ts'
import type { DirectoryEntry, SessionEvent, SessionFacts } from '../../domain/sessionEvent.ts'
import { isFinal } from '../../domain/sessionState.ts'
import type { ConnectionState, Credentials, PbxClient, WebClient } from '../client.ts'
import { createListeners } from '../listeners.ts'

/** A PBX in memory, and the one client of it. */
export interface MemoryPbx {
  readonly client: PbxClient
  /** Makes a session. It exists from here on, whether or not the client is connected to hear of it. */
  open(facts: Partial<SessionFacts> & Pick<SessionFacts, 'id'>): void
  /** Changes a session that is alive; one that is over or unknown stays as it is. A final state ends it. */
  change(id: string, facts: Partial<Omit<SessionFacts, 'id'>>): void
  /** Closes a session; a state that is told is its last. Does nothing for one that was closed or never made. */
  close(id: string, facts?: Partial<Omit<SessionFacts, 'id'>>): void
  /** Lets in who is connecting. */
  grant(): void
  /** Refuses who is connecting. */
  deny(): void
  /** Ends the connection from the side of the PBX. */
  drop(): void
  /** The connection could not be made, or broke. */
  fail(): void
  /** Tells of another web client. */
  tellClient(client: WebClient): void
  setDirectory(entries: readonly DirectoryEntry[]): void
  /** What the client was asked to connect with so far, oldest first. */
  readonly attempts: readonly Credentials[]
}

/** Whether the PBX answers by itself. */
export interface MemoryPbxOptions {
  readonly clock: Clock
  /** Lets everybody in at once, without `grant`. @default false */
  readonly isOpenToAll?: boolean
}

const blank: Omit<SessionFacts, 'id'> = {
  masterId: '',
  state: 'Created',
  caller: '',
  callee: '',
  callerName: '',
  calleeName: '',
  dialed: '',
  direction: undefined,
  startedAt: undefined,
}

/** An empty PBX in memory: for tests, replays and benchmarks. Times are those of `clock`. */
export function createMemoryPbx({ clock, isOpenToAll = false }: MemoryPbxOptions): MemoryPbx {
  const connectionListeners = createListeners<ConnectionState>()
  const sessionListeners = createListeners<SessionEvent>()
  const clientListeners = createListeners<WebClient>()
  const sessions = new Map<string, SessionFacts>()
  const attempts: Credentials[] = []
  let directory: readonly DirectoryEntry[] = []
  let state: ConnectionState | undefined

  const moveTo = (next: ConnectionState): void => {
    if (state === undefined || state === next) return
    state = next
    connectionListeners.emit(next)
  }
  const tell = (type: SessionEvent['type'], session: SessionFacts): void => {
    if (state !== 'connecting' && state !== 'granted') return
    sessionListeners.emit({ type, at: clock.now(), session })
  }
  const isAlive = (session: SessionFacts): boolean =>
    session.state === undefined || !isFinal(session.state)

  return {
    client: {
      connect(credentials) {
        attempts.push(credentials)
        state = 'connecting'
        connectionListeners.emit('connecting')
        if (isOpenToAll) moveTo('granted')
      },
      disconnect() {
        state = undefined
      },
      onConnection: (listener) => connectionListeners.add(listener),
      onSession: (listener) => sessionListeners.add(listener),
      onClient: (listener) => clientListeners.add(listener),
      snapshot: () => (state === 'granted' ? [...sessions.values()].filter(isAlive) : []),
      directory: () => (state === 'granted' ? directory : []),
      unknownWords: () => ({ count: 0, examples: [] }),
    },
    open(facts) {
      const session = { ...blank, masterId: facts.id, ...facts }
      sessions.set(session.id, session)
      tell('opened', session)
    },
    change(id, facts) {
      const before = sessions.get(id)
      if (before === undefined || !isAlive(before)) return
      const session = { ...before, ...facts }
      sessions.set(id, session)
      tell('changed', session)
    },
    close(id, facts = {}) {
      const before = sessions.get(id)
      if (before === undefined) return
      sessions.delete(id)
      tell('closed', isAlive(before) ? { ...before, ...facts } : before)
    },
    grant: () => moveTo('granted'),
    deny: () => moveTo('denied'),
    drop: () => moveTo('closed'),
    fail: () => moveTo('failed'),
    tellClient: (client) => clientListeners.emit(client),
    setDirectory(entries) {
      directory = entries
    },
    attempts,
  }
}
