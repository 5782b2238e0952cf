import { expect, test } from 'vitest'
import { soakWall } from '../soak/wallSoak.ts'
import type { SoakedStretch } from '../soak/wallSoak.ts'

const aBusyHour = {
  ...{ timeZone: 'Europe/Budapest', day: '2026-03-25', from: 9, to: 9 + 56 / 60 },
  ...{ callsPerDay: 40_000, agents: 24, gridSeconds: 30 },
  // Each stretch ends when the wall has forgotten its calls.
  ...{ everyMinutes: 14, quietMinutes: 10 },
}

test('a busy wall holds no more after a flood and two lost connections', async () => {
  const stretches: SoakedStretch[] = []
  const { compared, lies } = await soakWall({
    ...aBusyHour,
    // What is made at the first call is there before anything goes wrong.
    faults: [undefined, { name: 'drop' }, { name: 'flood', events: 500 }, { name: 'expireTokens' }],
    onStretch: (stretch) => stretches.push(stretch),
  })
  const [before, , , after] = stretches.map(({ measure }) => measure)
  if (before === undefined || after === undefined) throw new Error('the soak was too short')
  // Two lost connections that leave something behind leave two of it; one may be about to be told of.
  expect(after.timers).toBeLessThan(before.timers + 2)
  for (const name of ['listeners', 'canvases', 'documents'] as const) {
    expect([name, after[name]]).toEqual([name, Math.min(after[name], before[name])])
  }
  // A few figures have another number of parts.
  expect(after.attachedNodes).toBeLessThan(before.attachedNodes + 20)
  expect(after.otherNodes).toBeLessThan(before.otherNodes + 100)
  expect(stretches.map(({ gaps, isLive }) => [gaps, isLive])).toEqual(
    [0, 1, 1, 2].map((gaps) => [gaps, true]),
  )
  expect(compared).toBeGreaterThan(50)
  expect(lies).toEqual([])
}, 120_000)
