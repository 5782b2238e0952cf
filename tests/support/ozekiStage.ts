import type { SessionEvent } from '../../src/domain/sessionEvent.ts'
import type { ConnectionState, PbxClient } from '../../src/pbx/client.ts'
import { createOzekiClient } from '../../src/pbx/ozeki/ozekiClient.ts'
import { createFakeOzWebClient } from './fakeOzWebClient.ts'
import type { FakeOptions, FakeOzWebClient, FakeSession } from './fakeOzWebClient.ts'
import { createFakePage } from './fakePage.ts'
import type { FakePage } from './fakePage.ts'
import { createManualTimers } from './manualTimers.ts'
import type { ManualTimers } from './manualTimers.ts'

/** A token as the vendor prints one. */
export const token = { type: 'token', token: 'vQTJzve0J0mYsnvWjnnoUA' } as const
/** A customer who rings at a queue. */
export const call = { sessionId: 'a', caller: '0155', callee: '5000', sessionState: 'Ringing' }

/** What a test of the driver handles. */
interface Stage {
  readonly fake: FakeOzWebClient
  readonly page: FakePage
  readonly timers: ManualTimers
  readonly client: PbxClient
  readonly log: readonly string[]
  readonly states: readonly ConnectionState[]
  readonly events: readonly SessionEvent[]
  /** The events in words: `opened a Ringing`. */
  readonly told: () => string[]
}

/** A driver on a fake page whose script is there already, and all that it tells. */
export function begin(
  options: FakeOptions = {},
  {
    helper = {},
    globals = {},
  }: { helper?: Record<string, unknown>; globals?: Record<string, unknown> } = {},
): Stage {
  const fake = createFakeOzWebClient(options, helper)
  const page = createFakePage({ OzWebClient: fake.ozWebClient, ...globals })
  const timers = createManualTimers(1_000)
  const log: string[] = []
  const states: ConnectionState[] = []
  const events: SessionEvent[] = []
  const client = createOzekiClient({
    address: 'pbx.test',
    scriptUrl: 'http://pbx.test:7777/WebphoneAPI',
    properties: { Nickname: 'Support wall', kind: 'callwall', version: '1' },
    scope: page.scope,
    clock: timers,
    timers,
    timeZone: 'Europe/Budapest',
    onLog: (message) => log.push(message),
  })
  client.onConnection((state) => states.push(state))
  client.onSession((event) => events.push(event))
  const told = (): string[] =>
    events.map(({ type, session }) => `${type} ${session.id} ${session.state ?? '?'}`)
  return { fake, page, timers, client, log, states, events, told }
}

/** The same, with access granted. */
export function granted(...parameters: Parameters<typeof begin>): Stage {
  const begun = begin(...parameters)
  begun.client.connect(token)
  begun.fake.connection('ACCESS_GRANTED')
  return begun
}

/** A session that begins and is told. */
export const start = (
  fake: FakeOzWebClient,
  properties: Readonly<Record<string, unknown>> = call,
): FakeSession => {
  const session = fake.session(properties)
  fake.create(session)
  return session
}
