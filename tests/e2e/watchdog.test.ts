import { expect, test } from 'vitest'
import { monday, smallStage } from '../support/smallCentre.ts'

const lookMs = 10_000

test('a wall to which no frame comes any more tells its server so, and reloads itself', async () => {
  const said: string[] = []
  const stage = await smallStage({
    hasReports: true,
    log: (...told) => void said.push(JSON.stringify(told)),
  })
  const page = await stage.open('/team/support')
  let reloads = 0
  page.on('load', () => reloads++)
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0
  })
  const loaded = page.waitForEvent('load')
  for (let look = 1; look <= 7; look++) await stage.stepTo(stage.clock.now() + lookMs)
  expect(reloads).toBe(0)
  await page.clock.runFor(3 * lookMs)
  await loaded
  expect(said.filter((line) => line.includes('stuck (frames)'))).toHaveLength(1)
})

test('a page whose script does not come is loaded anew, and is live then', async () => {
  const stage = await smallStage()
  const page = await stage.newPage()
  await page.clock.install({ time: monday })
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto(`${stage.url}team/support`)
  expect(await page.locator('#app').innerHTML()).toBe('')
  await page.unroute('**/assets/*.js')
  const loaded = page.waitForEvent('load')
  await page.clock.fastForward(61_000)
  await loaded
  await page.locator('html[data-fresh="live"]').waitFor({ state: 'attached' })
})
