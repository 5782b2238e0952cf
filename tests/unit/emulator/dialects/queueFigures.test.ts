import { expect, test } from 'vitest'
import { createCentre } from '@/domain/centre.ts'
import type { Figures } from '@/domain/figures.ts'
import { steppedClock } from '@/emulator/clock.ts'
import type { Dialect } from '@/emulator/dialect.ts'
import { profiles } from '@/emulator/dialect.ts'
import { createExchange } from '@/emulator/exchange.ts'
import { seededRandom } from '@/emulator/random.ts'
import { demoRoster, extensionsOf } from '@/emulator/roster.ts'
import { simulatedTraffic } from '@/emulator/traffic/simulated.ts'
import { settings } from '../../../support/centre.ts'
import { connected } from '../../../support/dialectStage.ts'

const noon = Date.UTC(2026, 10, 18, 12)
const lengthMs = 15 * 60_000

/** What a busy quarter of an hour comes to in a centre that hears it through script and driver, second by second. */
async function minutesOfCalls(dialect: Dialect): Promise<Figures> {
  const roster = demoRoster(12)
  const clock = steppedClock(noon)
  const random = seededRandom(5)
  const exchange = createExchange({ clock, random, extensions: extensionsOf(roster) })
  const { client, heard } = await connected(dialect, { clock, exchange })
  const queues = roster.queues.map(({ extension }) => extension)
  const agents = roster.agents.map(({ extension, name }) => ({
    id: extension,
    name,
    extensions: [extension],
  }))
  const centre = createCentre(
    settings({
      timeZone: 'UTC',
      services: roster.services.map(({ extension }) => extension),
      teams: [{ id: 'all', name: 'All', queues, agents }],
    }),
    noon,
  )
  centre.apply({ type: 'directory', at: noon, entries: client.directory() })
  centre.apply({ type: 'snapshot', at: noon, sessions: client.snapshot() })
  client.onSession((event) => centre.apply(event))
  // With more load two callers of one number wait at once, and who of them was answered only a master id tells.
  const stop = simulatedTraffic({ seed: 3, roster, load: 1.4, isWarm: false })(exchange)
  for (let at = noon; at <= noon + lengthMs; at += 1000) {
    clock.advanceTo(at)
    await heard()
    centre.advance(at)
  }
  stop()
  return centre.figures('all')
}

let played: Promise<Figures> | undefined

/** The figures to compare with, made by whichever test needs them first. */
const asDocumented = (): Promise<Figures> => (played ??= minutesOfCalls(profiles.documented))

/** Those that nobody answered: which side ended them is hidden from some dialects. */
const unanswered = ({ abandoned, shortAbandoned, flowedOut }: Figures): number =>
  abandoned + shortAbandoned + flowedOut

test('the calls are enough to compare', async () => {
  const documented = await asDocumented()
  expect(documented.answered).toBeGreaterThan(25)
  expect(unanswered(documented)).toBeGreaterThan(0)
})

test.each([
  ['the profile dotnet', profiles.dotnet],
  ['sessions without master ids', { ...profiles.documented, masterSessionId: 'absent' }],
  ['no close events', { ...profiles.documented, closeEvents: 'off' }],
] as const)('with %s the queues have the same figures', async (_, dialect) => {
  expect(await minutesOfCalls(dialect)).toEqual(await asDocumented())
})

test.each([
  ['the profile seed', profiles.seed],
  ['no final states', { ...profiles.documented, finalStates: 'untold' }],
] as const)('with %s answers and waits are the same', async (_, dialect) => {
  const documented = await asDocumented()
  const told = await minutesOfCalls(dialect)
  const { offered, answered, answeredWithin, waitingCalls, averageSpeedOfAnswer } = documented
  expect(told).toMatchObject({
    ...{ offered, answered, answeredWithin, waitingCalls, averageSpeedOfAnswer },
  })
  expect(unanswered(told)).toBe(unanswered(documented))
})
