import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { readServed } from '@/app/loadSite.ts'
import type { ServedSite } from '@/app/loadSite.ts'
import { useSite } from '@/app/stores/site.ts'

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const served = (name = 'Contoso', now = 1_000) => ({
  config: { site: { name }, pbx: { address: '192.0.2.10' } },
  clock: { now, speed: 1 },
  version: '1',
})
const toldBy = (body: unknown): ServedSite => {
  const site = readServed(body)
  if (site.type !== 'server') throw new Error('not a site')
  return site
}

type Answer = readonly [status: number, body: unknown] | 'network'
const locked = [401, { title: 'No', status: 401, code: 'keyRequired' }] as const

/** A site store whose server gives these answers, the last one for ever. */
function siteWith(answers: Answer[]) {
  let asked = 0
  vi.stubGlobal('fetch', (path: string) => {
    if (path !== '/api/config') return Promise.resolve(new Response('', { status: 404 }))
    const answer = answers[Math.min(asked++, answers.length - 1)] ?? 'network'
    if (answer === 'network') return Promise.reject(new TypeError('network'))
    const [status, body] = answer
    const headers = { 'Content-Type': 'application/json' }
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers }))
  })
  const site = useSite()
  const begin = async (): Promise<void> => {
    onTestFinished(site.start())
    await vi.advanceTimersByTimeAsync(0)
  }
  return { site, begin, asked: () => asked }
}

test('a config that says the same stays the same object, another one takes its place', async () => {
  const { site, begin } = siteWith([[200, served()]])
  await begin()
  const first = site.config
  site.hear(toldBy(served()))
  expect(site.config).toBe(first)
  site.hear(toldBy(served('Fabrikam')))
  expect(site.config?.site.name).toBe('Fabrikam')
})

test('without a stream config and clock are read again every five minutes', async () => {
  const { site, begin, asked } = siteWith([
    [200, served()],
    [200, served('Fabrikam', 5_000_000)],
  ])
  await begin()
  await vi.advanceTimersByTimeAsync(299_999)
  expect([asked(), site.config?.site.name]).toEqual([1, 'Contoso'])
  await vi.advanceTimersByTimeAsync(1)
  expect([asked(), site.config?.site.name]).toEqual([2, 'Fabrikam'])
  expect(site.clock.now()).toBe(5_000_000)
})

test('what the stream tells takes the place of the next reading', async () => {
  const { site, begin, asked } = siteWith([[200, served()]])
  await begin()
  for (let minute = 0; minute < 30; minute++) {
    await vi.advanceTimersByTimeAsync(60_000)
    site.hear({ now: 9_000 + minute, speed: 1 })
  }
  expect(asked()).toBe(1)
  expect(site.clock.now()).toBe(9_029)
})

test('a wall that shows a config lives through a server that is away or talks nonsense', async () => {
  const { site, begin } = siteWith([[200, served()], 'network', [500, {}], [200, { odd: true }]])
  await begin()
  for (let reading = 0; reading < 3; reading++) await vi.advanceTimersByTimeAsync(300_000)
  expect([site.status, site.config?.site.name]).toEqual(['ready', 'Contoso'])
})

test('without a server the time of day is that of the machine, whatever the steady clock did', async () => {
  const { site, begin } = siteWith([[404, {}]])
  await begin()
  site.use(toldBy(served()).config)
  const sleptAt = Date.now()
  vi.setSystemTime(sleptAt + 8 * 3_600_000)
  site.readNow()
  await vi.advanceTimersByTimeAsync(0)
  expect(site.clock.now()).toBe(sleptAt + 8 * 3_600_000)
})

test('a key that is gone locks the wall, and a key that is there again opens it', async () => {
  const { site, begin } = siteWith([[200, served()], locked, [200, served()]])
  await begin()
  site.readNow()
  await vi.advanceTimersByTimeAsync(0)
  expect(site.status).toBe('locked')
  site.readNow()
  await vi.advanceTimersByTimeAsync(0)
  expect(site.status).toBe('ready')
})

test('a wall that asks for its key looks by itself whether the server still wants one', async () => {
  const { site, begin } = siteWith([locked, [200, served()]])
  await begin()
  expect(site.status).toBe('locked')
  await vi.advanceTimersByTimeAsync(30_000)
  expect(site.status).toBe('ready')
})

test('who comes with a key shows it before anything is asked', async () => {
  const { site, begin, asked } = siteWith([[200, served()]])
  site.accessKey = 'key'
  await begin()
  expect([site.status, asked()]).toEqual(['locked', 0])
})

test('a server cannot lock a wall that somebody signed in to', async () => {
  const { site, begin } = siteWith([[404, {}]])
  await begin()
  expect(site.needsSignIn).toBe(true)
  site.use(toldBy(served()).config)
  site.lock()
  expect(site.status).toBe('ready')
})

test('the version stays that of the server that the page came from', async () => {
  const { site, begin } = siteWith([[200, served()]])
  await begin()
  site.hear(toldBy({ ...served(), version: '2' }))
  expect(site.version).toBe('1')
})

test('an answer that comes after the next question is not heard', async () => {
  const { site, begin } = siteWith([[200, served()]])
  let answerLate: (response: Response) => void = () => undefined
  await begin()
  vi.stubGlobal('fetch', () => new Promise((resolve) => (answerLate = resolve)))
  site.readNow()
  await vi.advanceTimersByTimeAsync(0)
  const late = answerLate
  site.readNow()
  await vi.advanceTimersByTimeAsync(0)
  const body = JSON.stringify(served('Late'))
  late(new Response(body, { headers: { 'Content-Type': 'application/json' } }))
  await vi.advanceTimersByTimeAsync(0)
  expect(site.config?.site.name).toBe('Contoso')
})
