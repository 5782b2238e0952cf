import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { loadSite } from '@/app/loadSite.ts'
import { fetchToken, TokenError } from '@/app/fetchToken.ts'
import { openDoor } from '@/app/openDoor.ts'
import { readDay } from '@/app/records/readDay.ts'
import { readServerEvent } from '@/app/serverLink/readServerEvent.ts'
import { createSiteClock } from '@/app/siteClock.ts'
import { parseConfig } from '@/contract/config.ts'
import { serverEventNames } from '@/contract/serverEvents.ts'
import { createZone } from '@/domain/zone.ts'
import { expectNone } from '../../support/fuzz/expectNone.ts'
import { fuzz, patience } from '../../support/fuzz/runs.ts'
import { oddBody, oddReply, replyOf } from '../../support/fuzz/replies.ts'
import { mutate, mutations } from '../../support/fuzz/mutations.ts'

const zone = createZone('Europe/Budapest')

/** Whether a wall can show the moment, and the day and interval that hold it. */
function isMoment(at: number): boolean {
  try {
    const day = zone.dayStart(at, 0)
    return /^\d{4}-/.test(zone.toIso(at)) && zone.nextDay(day, 0) > at
  } catch {
    return false
  }
}

function clockFaults(told: { readonly now: number; readonly speed: number }): readonly string[] {
  let steady = 0
  const clock = createSiteClock(() => steady)
  clock.set(told)
  const before = clock.now()
  steady = 86_400_000
  const isRunning = clock.now() >= before && Number.isFinite(clock.now())
  return isMoment(before) && isRunning ? [] : [`clock ${JSON.stringify(told)}`]
}

function momentFaults(moments: readonly (number | undefined)[]): readonly string[] {
  const wrong = moments.filter((at) => at !== undefined && !isMoment(at))
  return wrong.map((at) => `moment ${String(at)}`)
}

function eventFaults(event: ReturnType<typeof readServerEvent>): readonly string[] {
  switch (event?.type) {
    case 'config':
      return clockFaults(event.site.clock)
    case 'clock':
      return clockFaults(event.clock)
    case 'active':
      return momentFaults([event.active.at, ...event.active.calls.map((call) => call.startedAt)])
    case 'notices':
      return momentFaults(event.notices.map(({ at }) => at))
    case 'records':
      return Number.isFinite(event.revision) ? [] : [`revision ${event.revision}`]
    case 'version':
    case undefined:
      return []
  }
}

const snippets = [
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  '1e999',
  '-1',
  'null',
  '__proto__',
  '\\u0000',
  '\n\n',
  'data:',
]

test('no event of the server’s stream stops the page or takes it out of time', patience, () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...serverEventNames), fc.string({ maxLength: 8 })),
      oddBody,
      mutations(snippets),
      (name, body, changes) => {
        const text = mutate(JSON.stringify(body), changes)
        expectNone(eventFaults(readServerEvent(name, text)))
      },
    ),
    fuzz('serverEvents'),
  )
})

test(
  'whatever answers in the place of the server, the page knows what to do',
  patience,
  async () => {
    const kinds = ['server', 'static', 'none', 'locked', 'invalid', 'unreachable']
    await fc.assert(
      fc.asyncProperty(oddReply, oddReply, async (one, other) => {
        const fetch = (path: unknown): Promise<Response> =>
          Promise.resolve(replyOf(path === '/api/config' ? one : other))
        const site = await loadSite(fetch)
        expectNone(kinds.includes(site.type) ? [] : [site.type])
        if (site.type === 'server') expectNone(clockFaults(site.clock))
        const hasConfig = site.type === 'server' || site.type === 'static'
        if (hasConfig && parseConfig(site.config).config === undefined) throw new Error('no config')
        if (site.type === 'invalid') expectNone(site.problems.length > 0 ? [] : ['no problem'])
      }),
      fuzz('sites'),
    )
  },
)

test(
  'whatever is said of a token, a key or the day, it is taken or refused',
  patience,
  async () => {
    vi.useFakeTimers()
    const fault = (error: unknown): string => (error instanceof Error ? '' : String(error))
    await fc.assert(
      fc.asyncProperty(oddReply, async (reply) => {
        const fetch = (): Promise<Response> => Promise.resolve(replyOf(reply))
        const token = await fetchToken(fetch, 'w1').catch((error: unknown) => error)
        if (!(token instanceof TokenError)) {
          if (token instanceof Error) throw token
          expectNone(momentFaults([(token as { expiresAt: number }).expiresAt]))
        }
        const door = await openDoor(fetch, 'guess')
        const { seconds } = { seconds: 1, ...door }
        expectNone(seconds >= 1 && seconds <= 600 ? [] : [`in ${seconds} s`])
        const day = await readDay(fetch, '2026-11-23').catch((error: unknown) => fault(error))
        if (typeof day === 'string') expectNone(day === '' ? [] : [day])
        else expectNone(momentFaults(day.records.flatMap(({ steps }) => steps.map(({ at }) => at))))
      }),
      fuzz('replies'),
    )
    vi.useRealTimers()
    expect(vi.isFakeTimers()).toBe(false)
  },
)
