import { expect, test } from 'vitest'
import { soakWall } from '../soak/wallSoak.ts'
import type { SoakedStretch } from '../soak/wallSoak.ts'

test('an hour of calls and faults leaves the page as it was, and no figure is wrong unmarked', async () => {
  const stretches: SoakedStretch[] = []
  const { lies, compared } = await soakWall({
    ...{ timeZone: 'Europe/Budapest', day: '2026-03-25', from: 10, to: 11, everyMinutes: 20 },
    ...{ callsPerDay: 6_000, agents: 20, gridSeconds: 30 },
    faults: [{ name: 'drop' }, { name: 'expireTokens' }],
    onStretch: (stretch) => stretches.push(stretch),
  })
  expect(stretches.map(({ isLive }) => isLive)).toEqual([true, true, true])
  expect(stretches[2]?.gaps).toBeGreaterThanOrEqual(3)
  const [first, , last] = stretches.map(({ measure }) => measure)
  expect(last).toMatchObject({ documents: first?.documents, canvases: first?.canvases })
  expect(last?.otherNodes).toBeLessThan(first!.otherNodes + 100)
  expect(last?.listeners).toBeLessThan(first!.listeners * 1.05)
  expect(last?.timers).toBeLessThan(first!.timers + 3)
  // The ends of the last sessions are remembered, and an hour does not fill that memory.
  expect(last?.heapMegabytes).toBeLessThan(first!.heapMegabytes * 1.15)
  expect(lies).toEqual([])
  expect(compared).toBeGreaterThan(100)
})
