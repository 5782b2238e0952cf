import { expect, test } from 'vitest'
import type { SessionState } from '@/domain/sessionState.ts'
import { sessionStates } from '@/domain/sessionState.ts'
import type { Dialect } from '@/emulator/dialect.ts'
import { canMove } from '@/emulator/transitions.ts'
import { connected } from '../../../support/dialectStage.ts'

/** How a session comes to each state. */
const ways: readonly (readonly SessionState[])[] = [
  ['Setup', 'Ringing', 'InCall', 'CalleeOnHold', 'CallerOnHold', 'OnHold', 'OnHoldInactive'],
  ['InCall', 'TransferRequested', 'Transferring', 'TransferFailed', 'InCall', 'CallerHungUp'],
  ['InCall', 'TransferRequested', 'Transferring', 'TransferCompleted'],
  ['InCall', 'CalleeHungUp'],
  ['Created', 'Redirected'],
  ['TransferSetup', 'NotFound'],
  ['Setup', 'Busy'],
  ['Setup', 'Cancelled'],
  ['Setup', 'NotAnswered'],
  ['Setup', 'Error'],
  ['Setup', 'Aborted'],
]

/** The states in which the driver tells each of the sessions above, repetitions left out. */
async function toldStates(changes: Partial<Dialect>): Promise<readonly string[]> {
  const { pbx, client, told, heard } = await connected(changes)
  for (const [first, ...rest] of ways) {
    const { sessionId } = pbx.exchange.open({ caller: '061', callee: '1001', state: first! })
    let before = first!
    for (const state of rest) {
      expect(canMove(before, state), `${before} to ${state}`).toBe(true)
      pbx.exchange.move(sessionId, state)
      before = state
    }
  }
  await heard()
  expect(client.unknownWords().count).toBe(0)
  return told().map((line) => line.split(' ').slice(0, 2).join(' '))
}

const opens = (way: readonly SessionState[]): readonly string[] => [
  `opened ${way[0]!}`,
  ...way.slice(1).map((state) => `changed ${state}`),
]

test('the ways lead through every state that a PBX has', () => {
  expect(new Set(ways.flat())).toEqual(new Set(sessionStates.filter((state) => state !== 'Ended')))
})

test.each(['Pascal', 'UPPER', 'UPPER_SNAKE'] as const)(
  'every state is understood in %s words',
  async (stateWords) => {
    const told = await toldStates({ stateWords })
    const isOver = (way: readonly SessionState[]): boolean =>
      way[way.length - 1] !== 'OnHoldInactive'
    expect(told).toEqual(
      ways.flatMap((way) => [
        ...opens(way),
        ...(isOver(way) ? [`closed ${way[way.length - 1]!}`] : []),
      ]),
    )
  },
)

test('seven words tell rings, talks, holds and ends', async () => {
  const over = (state: string): readonly string[] => [`changed ${state}`, `closed ${state}`]
  expect(await toldStates({ stateWords: 'seven' })).toEqual([
    ...['opened Ringing', 'changed InCall', 'changed OnHold'],
    ...['opened InCall', ...over('Ended')],
    ...['opened InCall', ...over('Ended')],
    ...['opened InCall', ...over('Ended')],
    ...['opened Ringing', ...over('Ended')],
    ...['opened Ringing', ...over('NotFound')],
    ...['opened Ringing', ...over('Busy')],
    ...['opened Ringing', ...over('Ended')],
    ...['opened Ringing', ...over('Busy')],
    ...['opened Ringing', ...over('Ended')],
    ...['opened Ringing', ...over('Ended')],
  ])
})

test('a callback with the session alone is read by the session', async () => {
  const { pbx, told, heard } = await connected({ stateCallback: 'session' })
  const { sessionId } = pbx.exchange.open({ caller: '061', callee: '1001' })
  pbx.exchange.move(sessionId, 'Ringing')
  pbx.exchange.move(sessionId, 'InCall')
  await heard()
  expect(told()).toEqual([
    'opened Setup 061 to 1001',
    'changed Ringing 061 to 1001',
    'changed InCall 061 to 1001',
  ])
})
