import { expect, onTestFinished, test } from 'vitest'
import type { Page } from 'playwright'
import { popupFields, ringing, smallStage, waitingCaller } from '../support/smallCentre.ts'
import type { WallStage } from '../support/wallStage.ts'

const script = '<img src=x onerror=alert(1)>'
/** A number has no blanks. */
const tightScript = '<img/src=x/onerror=alert(1)>'

interface Watched {
  readonly page: Page
  /** Whatever ran or was fetched because of a text. */
  readonly deeds: string[]
}

async function watched(stage: WallStage, route: string): Promise<Watched> {
  const deeds: string[] = []
  const page = await stage.open(route)
  page.on('dialog', (dialog) => {
    deeds.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (/\/x(\/|$)/.test(new URL(request.url()).pathname)) deeds.push(request.url())
  })
  onTestFinished(() => page.close())
  return { page, deeds }
}

async function expectHarmless({ page, deeds }: Watched): Promise<void> {
  expect(await page.locator('img').count()).toBe(0)
  expect(deeds).toEqual([])
}

const supervisor = { privacy: { mask: 'none', allowSupervisorPlace: true } } as const

test('a display name that is markup is shown as its characters in tile, popup and waiting list', async () => {
  const stage = await smallStage()
  const wall = await watched(stage, '/team/support')
  const caller = { number: '+3615550123', name: script }
  ringing(stage, '1001', caller)
  await stage.draw()
  expect(await wall.page.locator('[data-tile][data-state="ringing"]').textContent()).toContain(
    script,
  )
  expect(await popupFields(wall.page)).toMatchObject({ caller: `${script} +3615550•••` })
  waitingCaller(stage, { ...caller, number: '+3615550456' })
  await stage.draw()
  expect(await wall.page.locator('[data-waiting]').textContent()).toContain(script)
  await expectHarmless(wall)
})

test('a number that is markup is shown as its characters in tile, popup and waiting list', async () => {
  const stage = await smallStage({ config: supervisor })
  const wall = await watched(stage, '/team/support?place=supervisor')
  ringing(stage, '1001', { number: tightScript, name: '' })
  await stage.draw()
  expect(await wall.page.locator('[data-tile][data-state="ringing"]').textContent()).toContain(
    tightScript,
  )
  expect(await popupFields(wall.page)).toMatchObject({ caller: tightScript })
  waitingCaller(stage, { number: `${tightScript}2`, name: '' })
  await stage.draw()
  expect(await wall.page.locator('[data-waiting]').textContent()).toContain(tightScript)
  await expectHarmless(wall)
})

test('names of agents, queues and teams that are markup are shown as their characters', async () => {
  const stage = await smallStage({
    roster: {
      agents: [{ extension: '1001', name: script }],
      queues: [{ extension: '5000', name: script }],
      services: [],
      outsideLines: [],
    },
    config: {
      site: { name: script },
      teams: [{ id: 'support', name: script, queues: ['5000'], extensions: ['1001'] }],
    },
  })
  const wall = await watched(stage, '/team/support')
  waitingCaller(stage)
  await stage.draw()
  expect(await wall.page.locator('[data-tile]').textContent()).toContain(script)
  expect(await wall.page.locator('[data-waiting]').textContent()).toContain(script)
  await expectHarmless(wall)
})

test('a team id in the address that is markup is shown as its characters', async () => {
  const stage = await smallStage()
  const wall = await watched(stage, `/team/${encodeURIComponent(tightScript)}`)
  expect(await wall.page.getByRole('alert').textContent()).toContain(tightScript)
  await expectHarmless(wall)
})
