import type { Config } from '@/contract/config.ts'
import { settingsOf } from '@/contract/siteOf.ts'
import { createRoles } from '@/domain/roles.ts'
import type { Roles } from '@/domain/roles.ts'
import type { SessionState } from '@/domain/sessionState.ts'
import type { ActiveCall } from '@/pbx/ozeki/http/listActiveCalls.ts'
import type { HistoryRow } from '@/server/records/lists/chainLink.ts'
import { configOf } from '../serverStage.ts'
import { ten } from './recordBuilder.ts'

export const config: Config = configOf({
  site: { timeZone: 'Europe/Budapest' },
  pbx: { address: '192.0.2.10', services: ['50'] },
  teams: [{ id: 'support', queues: ['5000', '5001'], extensions: ['1001-1020'] }],
})

export const roles: Roles = createRoles(settingsOf(config))

/** `12345678>5000` as a row of the history, so many seconds after `ten`; a number of eight digits comes by the line. */
export function row(
  id: string,
  seconds: number,
  parties: `${string}>${string}`,
  state: SessionState,
  more: Partial<HistoryRow> = {},
): HistoryRow {
  const [caller = '', callee = ''] = parties.split('>')
  const endpoint = (number: string): string => (/^(\d{2,4})$/.test(number) ? number : 'line1')
  return {
    ...{ id, state, dialed: callee, callerId: caller, direction: undefined },
    ...{ source: endpoint(caller), destination: endpoint(callee) },
    startedAt: ten + seconds * 1000,
    ...more,
  }
}

/** `12345678>5000` as a call that is listed as alive. */
export function active(
  id: string,
  seconds: number,
  parties: `${string}>${string}`,
  state: SessionState,
  talkSeconds?: number,
): ActiveCall {
  const { source, destination, callerId, startedAt } = row(id, seconds, parties, state)
  const talkMs = talkSeconds === undefined ? undefined : talkSeconds * 1000
  return {
    ...{ id, state, source, destination, callerId, startedAt, talkMs },
    dialed: '',
    ringMs: 0,
  }
}
