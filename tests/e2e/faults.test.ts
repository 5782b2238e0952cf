import { expect, test } from 'vitest'
import { runFaults } from '../support/faults/runFaults.ts'
import { faultCases } from '../support/faults/faultCases.ts'
import type { FaultCase } from '../support/faults/faultCases.ts'

/**
 * The rows that come out the same every time. While nobody calls there is nothing to see of what concerns calls; the
 * others, some of which complain now and then, are in the table of `npm run faults`.
 */
const steadyWhenBusy = [
  'nothing',
  'drop',
  'freeze',
  'reorder',
  'repeat',
  'restart',
  'tokens expire',
]
const isTried = ({ name, load, showsWithin }: FaultCase): boolean =>
  load === 'busy' ? steadyWhenBusy.includes(name) : showsWithin !== undefined

test(
  'whatever is wrong with the PBX, idle or busy: the wall says so in time, comes back, and shows nothing wrong unmarked',
  { timeout: 900_000 },
  async () => {
    const found: Record<string, readonly string[]> = {}
    await runFaults(isTried, ({ faultCase: { name, load }, complaints }) => {
      found[`${name}, ${load}`] = complaints
    })
    const expected = faultCases
      .filter(isTried)
      .map(({ name, load }) => [`${name}, ${load}`, []] as const)
    expect(found).toEqual(Object.fromEntries(expected))
  },
)
