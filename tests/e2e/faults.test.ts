import { expect, test } from 'vitest'
import { runFaults } from '../support/faults/runFaults.ts'
import { faultCases } from '../support/faults/faultCases.ts'

test(
  'whatever is wrong with the PBX, idle or busy: the wall says so in time, comes back, and shows nothing wrong unmarked',
  { timeout: 900_000 },
  async () => {
    const found: Record<string, readonly string[]> = {}
    await runFaults('', ({ faultCase: { name, load }, complaints }) => {
      found[`${name}, ${load}`] = complaints
    })
    const expected = faultCases.map(({ name, load }) => [`${name}, ${load}`, []] as const)
    expect(found).toEqual(Object.fromEntries(expected))
  },
)
