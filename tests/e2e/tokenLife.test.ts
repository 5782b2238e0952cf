import { expect, test } from 'vitest'
import { seededRandom } from '../../src/emulator/random.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import { replayTraffic } from '../../src/emulator/traffic/replay.ts'
import { hooks, monday, smallStage } from '../support/smallCentre.ts'
import { createSecretSearch } from '../support/secretSearch.ts'

const password = 'p4ssw0rd-of-the-pbx'
const lifetimeSeconds = 60
const seconds = 3 * lifetimeSeconds + 30

/** Callers every few seconds, all of them gone before the test ends. Seconds after `monday`. */
function randomRows(): TrafficRow[] {
  const random = seededRandom(7)
  const rows: TrafficRow[] = []
  for (let at = 3; at < seconds - 60; at += 2 + Math.floor(random() * 6)) {
    const waitSeconds = 1 + Math.floor(random() * 12)
    const isAnswered = random() < 0.6
    const end = at + waitSeconds + (isAnswered ? 3 + Math.floor(random() * 25) : 0)
    rows.push({
      callId: `c${at}`,
      day: '',
      queue: '5000',
      caller: `+36155501${String(at).padStart(3, '0')}`,
      arriveSeconds: at,
      answerSeconds: isAnswered ? at + waitSeconds : undefined,
      endSeconds: end,
      agent: isAnswered ? '1001' : '',
    })
  }
  return rows
}

const isShort = ({ arriveSeconds, endSeconds }: TrafficRow): boolean =>
  endSeconds - arriveSeconds < 5

test('a wall outlives three tokens without losing a call, and neither password nor token is seen anywhere', async () => {
  const rows = randomRows()
  const search = createSecretSearch()
  const stage = await smallStage({
    traffic: replayTraffic(rows, { dayStart: () => monday, ringSeconds: 2 }),
    emulator: {
      access: { users: [{ username: 'wall', password }] },
      tokenLifetimeSeconds: lifetimeSeconds,
    },
    env: { OZEKI_HTTP_USERNAME: 'wall', OZEKI_HTTP_PASSWORD: password },
    config: { pbx: { tokenLifetimeSeconds: lifetimeSeconds } },
    hasReports: true,
    log: search.log,
    onPage: search.watch,
  })
  const page = await stage.open('/team/support')
  const live = page.locator('html[data-fresh="live"]')
  for (let second = 1; second <= seconds; second++) {
    await stage.stepTo(monday + second * 1000)
    await stage.draw()
    // Time stands still while the wall changes its connection: how long that takes is not asked here.
    await live.waitFor({ state: 'attached' })
  }

  const unanswered = rows.filter(({ answerSeconds }) => answerSeconds === undefined)
  const figures = await hooks(page, '[data-figure][data-scope="team:support"]')
  const valueOf = (name: string): number | undefined =>
    Number(figures.find(({ figure }) => figure === name)?.['value'])
  expect({
    offered: valueOf('offered'),
    answered: valueOf('answered'),
    abandoned: valueOf('abandoned'),
    shortAbandoned: valueOf('shortAbandoned'),
    lost: valueOf('lost'),
  }).toEqual({
    offered: rows.length,
    answered: rows.length - unanswered.length,
    abandoned: unanswered.filter((row) => !isShort(row)).length,
    shortAbandoned: unanswered.filter(isShort).length,
    lost: 0,
  })

  const tokens = await search.tokens()
  expect(new Set(tokens).size).toBe(4)
  expect(search.sockets).toHaveLength(4)
  const seen = await search.everything(page)
  expect(seen.filter(({ text }) => text.includes(password))).toEqual([])
  const isPublic = ({ where }: { where: string }): boolean => where !== 'answer /api/token'
  const leaks = seen
    .filter(isPublic)
    .filter(({ text }) => tokens.some((token) => text.includes(token)))
  expect(leaks).toEqual([])
})
