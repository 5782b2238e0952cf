import type { ConnectionEvent } from '../../src/domain/sessionEvent.ts'
import type { Credentials } from '../../src/pbx/client.ts'
import { startConnection } from '../../src/pbx/connection.ts'
import type { Admission, Connection } from '../../src/pbx/connection.ts'
import { createMemoryPbx } from '../../src/pbx/memory/memoryClient.ts'
import type { MemoryPbx } from '../../src/pbx/memory/memoryClient.ts'
import { createManualTimers } from './manualTimers.ts'
import type { ManualTimers } from './manualTimers.ts'

type Answer = Credentials | Admission | Error | 'never'

/** Lets the promises run that wait for nothing. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

const describe = (event: ConnectionEvent): string => {
  if (event.type === 'lost') return 'lost'
  if (event.type === 'snapshot') {
    return ['snapshot', ...event.sessions.map(({ id }) => id)].join(' ')
  }
  if (event.type === 'directory') {
    return ['directory', ...event.entries.map(({ extension }) => extension)].join(' ')
  }
  return `${event.type} ${event.session.id} ${event.session.state ?? '?'}`
}

/** What a test of the connection handles. */
interface Stage {
  readonly timers: ManualTimers
  readonly pbx: MemoryPbx
  readonly connection: Connection
  /** What was told since the last question. */
  readonly since: () => string[]
  readonly pass: (ms: number) => Promise<void>
  /** How often credentials were asked for. */
  readonly asked: () => number
  /** Whether a renewal may happen from now on. */
  readonly setQuiet: (isQuiet: boolean) => void
}

/** A connection to a PBX in memory, begun, with all that it tells in words. */
export async function begin(answers: Answer[] = []): Promise<Stage> {
  const timers = createManualTimers()
  const pbx = createMemoryPbx({ clock: timers })
  const told: string[] = []
  let asked = 0
  let isQuiet = true
  const connection = startConnection({
    client: pbx.client,
    admission: async () => {
      asked++
      const answer = answers.shift() ?? { type: 'token', token: `token ${asked}` }
      if (answer === 'never') return new Promise(() => undefined)
      if (answer instanceof Error) throw answer
      return 'credentials' in answer ? answer : { credentials: answer }
    },
    isQuiet: () => isQuiet,
    clock: timers,
    timers,
    random: () => 1,
    onState: (state, isLive) => told.push(isLive ? `[${state}, live]` : `[${state}]`),
    onEvent: (event) => told.push(describe(event)),
  })
  await settled()
  const since = (): string[] => told.splice(0)
  const pass = async (ms: number): Promise<void> => {
    timers.pass(ms)
    await settled()
  }
  const setQuiet = (isQuietNow: boolean): void => {
    isQuiet = isQuietNow
  }
  return { timers, pbx, connection, since, pass, asked: () => asked, setQuiet }
}

/** The same, live, with nothing told yet. */
export async function live(): Promise<Stage> {
  const begun = await begin()
  begun.pbx.grant()
  begun.since()
  return begun
}
