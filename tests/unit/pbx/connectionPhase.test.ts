import { expect, test } from 'vitest'
import { nextPhase } from '../../../src/pbx/connectionPhase.ts'
import type { ConnectionInput, ConnectionPhase } from '../../../src/pbx/connectionPhase.ts'

const phases: ConnectionPhase[] = [
  'idle',
  'asking',
  'connecting',
  'syncing',
  'live',
  'renewing',
  'waiting',
  'stopped',
]
const setbacks = ['denied', 'failed', 'closed', 'scriptMissing'] as const
const inputs: ConnectionInput[] = [
  'start',
  'credentials',
  'granted',
  'synced',
  'timeout',
  'renew',
  'kept',
  'retry',
  'stop',
  ...setbacks,
]

/** Every way that is drawn; all others stay where they are. */
const ways: readonly (readonly [ConnectionPhase, ConnectionInput, ConnectionPhase])[] = [
  ['idle', 'start', 'asking'],
  ['asking', 'credentials', 'connecting'],
  ['connecting', 'granted', 'syncing'],
  ['syncing', 'synced', 'live'],
  ['asking', 'timeout', 'waiting'],
  ['connecting', 'timeout', 'waiting'],
  ['waiting', 'retry', 'asking'],
  ['waiting', 'granted', 'syncing'],
  ['live', 'retry', 'asking'],
  ['live', 'renew', 'renewing'],
  ['renewing', 'credentials', 'connecting'],
  ['renewing', 'kept', 'live'],
  ['renewing', 'retry', 'asking'],
  ...phases
    .slice(1, 6)
    .flatMap((phase) => setbacks.map((input) => [phase, input, 'waiting'] as const)),
  ...phases.slice(0, -1).map((phase) => [phase, 'stop', 'stopped'] as const),
]

test('every phase answers every input as drawn, and stays for an input that comes late or twice', () => {
  for (const phase of phases) {
    for (const input of inputs) {
      const way = ways.find(([from, by]) => from === phase && by === input)
      expect([phase, input, nextPhase(phase, input)]).toEqual([phase, input, way?.[2] ?? phase])
    }
  }
})
