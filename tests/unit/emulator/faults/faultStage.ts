import { once } from 'node:events'
import type { EmulatedPbx } from '../../../support/emulatedPbx.ts'
import { ask, authXml } from '../faces/httpClient.ts'
import type { Reply } from '../faces/httpClient.ts'
import type { WebClient } from '../faces/webClient.ts'
import { grantedWebClient, openWebClient } from '../faces/webClient.ts'

/** A web client that a token has let in. */
export const watching = (pbx: EmulatedPbx): Promise<WebClient> =>
  grantedWebClient(pbx.ports.gateway, pbx.tokens.issue({ allowSessionModification: false }))

/** What a web client was told of sessions: `created Setup 061`, with the caller. */
export const told = (client: WebClient): string[] =>
  client
    .all('session')
    .map(({ event, session }) => `${event} ${session.sessionState} ${session.caller}`)

/** A call from `caller` that is answered after a second and hung up another second later. */
export function playCall({ clock, exchange }: EmulatedPbx, caller: string): string {
  const { sessionId } = exchange.open({ caller, callee: '1001', state: 'Ringing' })
  clock.advanceTo(clock.now() + 1_000)
  exchange.move(sessionId, 'InCall')
  clock.advanceTo(clock.now() + 1_000)
  exchange.move(sessionId, 'CallerHungUp')
  return sessionId
}

/** What a web client without faults is told of that call. */
export const wholeCall = (caller: string): string[] => [
  `created Ringing ${caller}`,
  `changed InCall ${caller}`,
  `changed CallerHungUp ${caller}`,
  `closed CallerHungUp ${caller}`,
]

/** Until the connection is over. */
export const closed = async ({ socket }: WebClient): Promise<void> => {
  if (socket.readyState !== socket.CLOSED) await once(socket, 'close')
}

/** Ids of the sessions that a web client is told of when it is let in. */
export async function greeted(pbx: EmulatedPbx): Promise<string[]> {
  const { sessions } = await (await watching(pbx)).first('granted')
  return sessions.map(({ sessionId }) => sessionId)
}

/** Ids of the calls that the HTTP API lists. */
export async function listed({ ports }: EmulatedPbx): Promise<string[]> {
  const { ActiveCalls } = await ask(ports.http, { Command: 'ListActiveCalls' })
  return (ActiveCalls?.CallInfo ?? []).map(({ CallId = '' }) => CallId)
}

/** Ids and states of the calls in the history. */
export async function remembered({ ports }: EmulatedPbx): Promise<string[]> {
  const { Calls } = await ask(ports.http, { Command: 'GetCallHistory' })
  return (Calls?.Call ?? []).map(({ CallId = '', State = '' }) => `${CallId} ${State}`)
}

export const askToken = ({ ports }: EmulatedPbx): Promise<Reply> =>
  ask(ports.http, { Command: 'GenerateSecurityToken', AuthXml: authXml('False') })

/** What becomes of a connection with a good token: `granted` or `denied`. */
export async function knock(pbx: EmulatedPbx): Promise<'granted' | 'denied'> {
  const client = await openWebClient(pbx.ports.gateway)
  client.send({
    type: 'hello',
    token: pbx.tokens.issue({ allowSessionModification: false }),
    properties: {},
  })
  return Promise.race([
    client.first('granted').then(() => 'granted' as const),
    client.first('denied').then(() => 'denied' as const),
  ])
}

/** The status of an answer, `none` for a connection that is refused or cut. */
export const answerOf = (url: string): Promise<number | 'none'> =>
  fetch(url).then(
    ({ status }) => status,
    () => 'none' as const,
  )

/** Whether nobody listens on `port`. */
export const refuses = async (port: number): Promise<boolean> =>
  (await answerOf(`http://127.0.0.1:${port}/`)) === 'none'
