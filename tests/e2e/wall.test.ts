import { expect, test } from 'vitest'
import { abandonQueue, acceptOffer, offerToAgent } from '../../src/emulator/stories/queue.ts'
import {
  hooks,
  monday,
  ringing,
  smallStage,
  tileStates,
  waitingCaller,
} from '../support/smallCentre.ts'
import type { WallStage } from '../support/wallStage.ts'

/** Lets a caller wait for ten seconds, then be answered by Ana Ruiz. */
async function answerAfterTenSeconds(stage: WallStage): Promise<void> {
  const { sessionId } = waitingCaller(stage)
  await stage.draw()
  await stage.stepTo(stage.clock.now() + 10_000)
  const offered = offerToAgent(stage.exchange, sessionId, '1001')
  acceptOffer(stage.exchange, sessionId, offered?.sessionId ?? '')
  await stage.draw()
}

test('the waiting list names who waits and where, and empties when the caller is answered', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const rows = page.locator('[data-waiting]')
  const { sessionId } = waitingCaller(stage)
  await stage.draw()
  expect(await hooks(page, '[data-waiting]')).toMatchObject([{ waiting: sessionId }])
  const text = await rows.textContent()
  expect(text).toContain('+3615550•••')
  expect(text).toContain('Support line')
  const offered = offerToAgent(stage.exchange, sessionId, '1001')
  acceptOffer(stage.exchange, sessionId, offered?.sessionId ?? '')
  await stage.draw()
  expect(await rows.count()).toBe(0)
})

test('every figure tells its scope, value, level and coverage', async () => {
  const stage = await smallStage({
    config: {
      teams: [
        {
          id: 'support',
          queues: ['5000'],
          extensions: ['1001', '1002'],
          thresholds: { waitingCalls: [1, 2], serviceLevel: [0.8, 0.6] },
        },
      ],
    },
  })
  const page = await stage.open('/team/support')
  const figures = async (): Promise<Map<string | undefined, Record<string, string | undefined>>> =>
    new Map(
      (await hooks(page, '[data-scope="team:support"]')).map((figure) => [
        figure['figure'],
        figure,
      ]),
    )
  const before = await figures()
  expect(before.get('waitingCalls')).toMatchObject({ value: '0', level: 'ok', coverage: 'full' })
  for (const name of ['longestWaitNow', 'serviceLevel', 'abandonRate', 'averageSpeedOfAnswer']) {
    expect(before.get(name)).toMatchObject({ scope: 'team:support', value: '' })
  }

  await answerAfterTenSeconds(stage)
  waitingCaller(stage, { number: '+3615550999', name: '' })
  await stage.draw()
  const after = await figures()
  expect(after.get('answered')).toMatchObject({ value: '1', coverage: 'partial' })
  expect(after.get('serviceLevel')).toMatchObject({ value: '1', level: 'ok' })
  expect(Number(after.get('averageSpeedOfAnswer')?.['value'])).toBeCloseTo(10, 0)
  expect(after.get('waitingCalls')).toMatchObject({ value: '1', level: 'warn' })
  expect(after.get('agentsAvailable')).toMatchObject({ value: '1' })
})

test('the chart’s table has a row for every interval of the day so far, empty ones too', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  await answerAfterTenSeconds(stage)
  const early = waitingCaller(stage, { number: '+3615550999', name: '' })
  await stage.draw()
  await stage.stepTo(monday + 60_000)
  abandonQueue(stage.exchange, early.sessionId, undefined)
  await stage.stepTo(monday + 70_000)
  await stage.draw()

  const intervals = await hooks(page, '[data-chart-table="volume"] tr[data-interval]')
  expect(intervals).toHaveLength(20)
  expect(intervals[0]).toEqual({ interval: '2026-11-23T00:00:00+01:00', coverage: 'partial' })
  expect(intervals[19]).toMatchObject({ interval: '2026-11-23T09:30:00+01:00' })
  const last = await hooks(page, '[data-chart-table="volume"] tbody tr:last-child td')
  expect(last).toMatchObject([
    { series: 'offered', value: '2' },
    { series: 'answered', value: '1' },
    { series: 'abandoned', value: '1' },
    { series: 'serviceLevel', value: '0.5' },
  ])
  const first = await hooks(page, '[data-chart-table="volume"] tbody tr:first-child td')
  expect(first.map(({ value }) => value)).toEqual(['0', '0', '0', ''])
})

test('a new interval begins its row when its time comes, without any call', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support/charts')
  await stage.stepTo(monday + 31 * 60_000)
  await stage.draw()
  const intervals = await hooks(page, '[data-chart-table="volume"] tr[data-interval]')
  expect(intervals[intervals.length - 1]).toEqual({
    interval: '2026-11-23T10:00:00+01:00',
    coverage: 'full',
  })
})

test('the wall of everybody shows an agent of two teams once, and counts all queues', async () => {
  const stage = await smallStage()
  const page = await stage.open('/all')
  waitingCaller(stage)
  await stage.draw()
  expect(Object.keys(await tileStates(page)).sort()).toEqual(['1001', '1002', '1003'])
  expect(await page.locator('[data-tile]').count()).toBe(3)
  expect(await hooks(page, '[data-figure="waitingCalls"]')).toMatchObject([
    { scope: 'all', value: '1' },
    { scope: 'queue:5000', value: '1' },
    { scope: 'queue:5001', value: '0' },
  ])
  expect(await hooks(page, '[data-figure="agentsAvailable"]')).toMatchObject([
    { scope: 'all', value: '3' },
  ])
})

test('an ad-hoc wall shows the extensions of its address, with the names of the directory', async () => {
  const stage = await smallStage()
  const page = await stage.open('/extensions/1001-1002')
  ringing(stage, '1002')
  await stage.draw()
  expect(await tileStates(page)).toEqual({ '1001': 'available', '1002': 'ringing' })
  expect(await page.locator('[data-tile][data-extension="1002"]').textContent()).toContain(
    'Bo Lind',
  )
})

test('a team’s agents and its charts can be had alone', async () => {
  const stage = await smallStage()
  const agents = await stage.open('/team/support/agents')
  const charts = await stage.open('/team/support/charts')
  await stage.draw()
  expect(await agents.locator('[data-tile]').count()).toBe(2)
  expect(await agents.locator('[data-chart], [data-figure][data-scope^="team:"]').count()).toBe(0)
  await charts.locator('[data-chart="volume"]').waitFor({ state: 'attached' })
  expect(await charts.locator('[data-chart="volume"]').count()).toBe(1)
  expect(await charts.locator('[data-chart="agents"]').count()).toBe(1)
  expect(await charts.locator('[data-tile]').count()).toBe(0)
})

test('every figure of a team and its queue is on the wall once, and none has a value before a call', async () => {
  const stage = await smallStage()
  for (const route of ['/team/support', '/team/support/charts']) {
    const page = await stage.open(route)
    // The charts, and what stands beside them, come after all else.
    await page.locator('[data-figure]').first().waitFor({ state: 'attached' })
    const figures = await hooks(page, '[data-figure]')
    const keys = figures.map(({ figure, scope }) => `${figure} ${scope}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => key.endsWith(' team:support'))).toHaveLength(38)
    expect(keys.filter((key) => key.endsWith(' queue:5000'))).toHaveLength(22)
    expect(keys).toContain('calls agent:1001')
    expect(keys).toContain('missed agent:1002')
    const levels = figures.filter(({ figure }) => figure === 'serviceLevel')
    expect(levels.map(({ value }) => value)).toEqual(['', ''])
  }
})

test('calls are counted on the tile and in the agents’ chart', async () => {
  const stage = await smallStage()
  const wall = await stage.open('/team/support')
  const charts = await stage.open('/team/support/charts?interval=15')
  await answerAfterTenSeconds(stage)
  expect(
    await hooks(wall, '[data-tile][data-extension="1001"] [data-figure="calls"]'),
  ).toMatchObject([{ scope: 'agent:1001', value: '1', coverage: 'partial' }])
  const row = '[data-chart-table="agents"] [data-agent="1001"]'
  expect(await hooks(charts, `${row} [data-series]`)).toMatchObject([
    { series: 'calls', value: '1' },
    { series: 'missed', value: '0' },
    { series: 'talkSeconds' },
  ])
  expect(await charts.locator('[data-chart-table="volume"] [data-interval]').count()).toBe(39)
})

test('an alarm does not flicker: it stays until its figure has been better for ten seconds', async () => {
  const stage = await smallStage({
    config: {
      teams: [
        {
          id: 'support',
          queues: ['5000'],
          extensions: ['1001'],
          thresholds: { waitingCalls: [2, 3] },
        },
      ],
    },
  })
  const page = await stage.open('/team/support')
  const level = async (): Promise<string | undefined> => {
    await stage.draw()
    return (await hooks(page, '[data-figure="waitingCalls"][data-scope="team:support"]'))[0]?.[
      'level'
    ]
  }
  const [one, other] = [waitingCaller(stage), waitingCaller(stage)]
  expect(await level()).toBe('warn')
  abandonQueue(stage.exchange, one.sessionId, undefined)
  expect(await level()).toBe('warn')
  await stage.stepTo(stage.clock.now() + 8_000)
  expect(await level()).toBe('warn')
  await stage.stepTo(stage.clock.now() + 4_000)
  expect(await level()).toBe('ok')

  const third = waitingCaller(stage)
  expect(await level()).toBe('warn')
  for (const { sessionId } of [other, third]) abandonQueue(stage.exchange, sessionId, undefined)
  expect(await level(), 'nobody waiting is good news at once').toBe('ok')
})

test('the start page offers every team with live counts', async () => {
  const stage = await smallStage()
  const page = await stage.open('/')
  waitingCaller(stage)
  const { sessionId } = ringing(stage, '1001', { number: '+3615550999', name: '' })
  stage.exchange.move(sessionId, 'InCall')
  await stage.draw()
  const counts = async (team: string): Promise<string[]> =>
    page.locator(`[data-team="${team}"] [data-count]`).allTextContents()
  expect((await counts('support')).map((text) => text.trim())).toEqual([
    '1 waiting',
    '1 talking',
    '1 free',
  ])
  expect((await counts('sales')).map((text) => text.trim())).toEqual([
    '0 waiting',
    '0 talking',
    '2 free',
  ])
})

test('a team can be chosen with the keyboard, and its wall is live at once', async () => {
  const stage = await smallStage()
  const page = await stage.open('/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/team/sales')
  await stage.draw()
  expect(Object.keys(await tileStates(page)).sort()).toEqual(['1002', '1003'])
  expect(await page.locator('html').getAttribute('data-fresh')).toBe('live')
})
