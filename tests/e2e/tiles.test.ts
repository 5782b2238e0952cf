import { expect, test } from 'vitest'
import { hooks, monday, ringing, smallStage, tileStates } from '../support/smallCentre.ts'

test('the tiles of a team follow a call: ringing, talking, held by either side, free', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  expect(await tileStates(page)).toEqual({ '1001': 'available', '1002': 'available' })

  const { sessionId } = ringing(stage, '1001')
  const seen: unknown[] = []
  for (const state of [
    'InCall',
    'CalleeOnHold',
    'InCall',
    'CallerOnHold',
    'CallerHungUp',
  ] as const) {
    await stage.draw()
    seen.push((await tileStates(page))['1001'])
    stage.exchange.move(sessionId, state)
  }
  await stage.draw()
  seen.push((await tileStates(page))['1001'])
  expect(seen).toEqual(['ringing', 'talking', 'hold', 'talking', 'hold', 'available'])
  expect((await tileStates(page))['1002']).toBe('available')
})

test('a tile tells its extensions, whether the call is internal, and that it is fresh', async () => {
  const stage = await smallStage({
    config: {
      teams: [
        {
          id: 'support',
          agents: [{ name: 'Ana', extensions: ['1001', '1003'] }, { extensions: ['1002'] }],
        },
      ],
    },
  })
  const page = await stage.open('/team/support')
  const { sessionId } = stage.exchange.open({ caller: '1003', callee: '1002' })
  stage.exchange.move(sessionId, 'Ringing')
  stage.exchange.move(sessionId, 'InCall')
  await stage.draw()
  const tiles = await hooks(page, '[data-tile]')
  expect(tiles).toHaveLength(2)
  expect(tiles.find(({ extension }) => extension === '1001')).toMatchObject({
    extensions: '1001 1003',
    state: 'talking',
    internal: 'true',
    stale: 'false',
  })
  expect(tiles.find(({ extension }) => extension === '1002')).toMatchObject({ internal: 'true' })
})

test('the time of a tile counts from the moment its state began', async () => {
  const stage = await smallStage()
  const page = await stage.open('/team/support')
  const { sessionId } = ringing(stage, '1001')
  stage.exchange.move(sessionId, 'InCall')
  await stage.draw()
  await stage.stepTo(monday + 65_000)
  await stage.draw()
  const tile = page.locator('[data-tile][data-extension="1001"]')
  expect(await tile.textContent()).toContain('1:0')
})

test('an agent is free again after the wrap-up that the config gives him', async () => {
  const stage = await smallStage({ config: { wrapUpSeconds: 30 } })
  const page = await stage.open('/team/support')
  const { sessionId } = ringing(stage, '1001')
  stage.exchange.move(sessionId, 'InCall')
  await stage.draw()
  await stage.stepTo(monday + 10_000)
  stage.exchange.move(sessionId, 'CalleeHungUp')
  await stage.draw()
  expect((await tileStates(page))['1001']).toBe('wrapup')
  await stage.stepTo(monday + 45_000)
  await stage.draw()
  expect((await tileStates(page))['1001']).toBe('available')
})
