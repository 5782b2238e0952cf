import { expect, test } from 'vitest'
import { runFaults } from '../support/faults/runFaults.ts'
import { faultCases } from '../support/faults/faultCases.ts'
import type { FaultCase } from '../support/faults/faultCases.ts'

/**
 * Of what is lost for good nothing can be judged, and a flood costs as much time as five other faults: both are in the
 * table of `npm run faults`. While nobody calls there is nothing to see of what concerns calls.
 */
const notTriedWhenBusy = ['lose half', 'flood']
const isTried = ({ name, load, showsWithin }: FaultCase): boolean =>
  load === 'busy' ? !notTriedWhenBusy.includes(name) : showsWithin !== undefined

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
