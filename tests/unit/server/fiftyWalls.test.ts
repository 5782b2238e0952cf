import { expect, test } from 'vitest'
import type { WallConfigBody } from '@/contract/wallConfig.ts'
import { fixedConfig } from '@/server/configSource.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import { emulatedPbx, morning } from '../../support/emulatedPbx.ts'
import { readEvents } from './eventReader.ts'
import { reportOf } from './reportOf.ts'
import { configOf } from './serverStage.ts'
import { serve } from './serveStage.ts'

test('fifty walls on one server: each has config, clock and token, and the PBX sees a handful', async () => {
  const pbx = await emulatedPbx()
  const time = createManualTimers()
  const commands: string[] = []
  const { server } = await serve({
    time,
    clock: { now: () => pbx.clock.now(), speed: 1 },
    config: fixedConfig(
      configOf({
        pbx: { address: '127.0.0.1', httpApiUrl: `http://127.0.0.1:${pbx.ports.http}/` },
      }),
    ),
    fetch: (input, init) => {
      commands.push((init?.body as URLSearchParams).get('Command') ?? '')
      return fetch(input, init)
    },
  })

  const openWall = async (wall: string): Promise<string> => {
    const post = (path: string, body: object): Promise<Response> =>
      fetch(`${server.url}api/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    const [config, events, token, report] = await Promise.all([
      fetch(`${server.url}api/config`),
      readEvents(server.url),
      post('token', { wall }),
      post('report', reportOf({ wall })),
    ])
    const body = (await config.json()) as WallConfigBody
    expect(body.clock.now).toBe(morning)
    expect(await events.next('clock')).toEqual({ now: morning, speed: 1 })
    expect(await events.next('config')).toEqual(body)
    expect(await events.next('active')).toMatchObject({ at: morning })
    expect(report.status).toBe(204)
    return ((await token.json()) as { token: string }).token
  }
  const tokens: string[] = []
  for (let group = 0; group < 5; group++) {
    const walls = Array.from({ length: 10 }, (_, index) => `wall-${group}-${index}`)
    tokens.push(...(await Promise.all(walls.map(openWall))))
    time.pass(2_000)
  }

  for (const token of tokens) expect(token).toMatch(/^[\w+/]{22}$/)
  expect(await (await fetch(`${server.url}healthz`)).json()).toMatchObject({
    status: 'ok',
    walls: { number: 50, live: 50, streams: 50 },
    pbx: { token: { ok: true }, poll: { ok: true } },
  })
  const asked = (command: string): number => commands.filter((each) => each === command).length
  expect(asked('GenerateSecurityToken')).toBe(2)
  expect(asked('ListActiveCalls')).toBe(2)
})
