import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as v from 'valibot'
import { buildFrom } from '@/app/records/buildCentre.ts'
import { callRecordSchema } from '@/contract/callBodies.ts'
import { activeEventSchema } from '@/contract/serverEvents.ts'
import type { ActiveEvent } from '@/contract/serverEvents.ts'
import { settingsOf } from '@/contract/siteOf.ts'
import { createCentre } from '@/domain/centre.ts'
import { isPbxError } from '@/pbx/pbxError.ts'
import { createNotices } from '@/server/notices.ts'
import { openRecords } from '@/server/records/openRecords.ts'
import { createTokenBroker } from '@/server/tokenBroker.ts'
import { httpApiOf } from '@/server/httpApi.ts'
import { watchPbx } from '@/server/watchPbx.ts'
import { createManualTimers } from '../../support/manualTimers.ts'
import { ten } from '../../support/fuzz/callBodies.ts'
import { centreFaults } from '../../support/fuzz/centreFaults.ts'
import { expectNone } from '../../support/fuzz/expectNone.ts'
import { fuzz, patience } from '../../support/fuzz/runs.ts'
import { oddAnswer, responseOf } from '../../support/fuzz/xmlAnswers.ts'
import { configOf } from '../server/serverStage.ts'

const config = configOf({
  site: { timeZone: 'Europe/Budapest' },
  pbx: { address: '192.0.2.10', services: ['50'] },
  teams: [{ id: 'support', queues: ['5000'], extensions: ['1001-1004'] }],
})

/** What a healthy PBX answers to a command, half an hour after the call began. */
const healthy: Readonly<Record<string, string>> = {
  ListActiveCalls: `<ActiveCalls><CallInfo><CallState>InCall</CallState><CallId>valid</CallId><Source>1004</Source>
    <CallerId>1004</CallerId><Destination>5000</Destination></CallInfo></ActiveCalls>`,
  GetCallHistory: '<NumberOfCalls>0</NumberOfCalls><Calls/>',
  ListExtensions: '<Extensions><ExtensionSummary><Id>1004</Id></ExtensionSummary></Extensions>',
  GenerateSecurityToken: '<SecurityToken>abc</SecurityToken>',
}

function pbxStage() {
  const time = createManualTimers(ten + 1_800_000)
  const errors: unknown[] = []
  const events: (ActiveEvent | undefined)[] = []
  let answer: (command: string) => Response = () => new Response('')
  let answered = 0
  const fetch = (_url: unknown, init?: RequestInit): Promise<Response> => {
    const command = init?.body instanceof URLSearchParams ? init.body.get('Command') : undefined
    return Promise.resolve(answer(command ?? ''))
  }
  const note = (task: string, error: unknown): void => {
    if (error !== undefined) errors.push(error)
    if (task === 'poll') answered++
  }
  const records = openRecords({
    ...{ file: ':memory:', config: () => config, clock: time, timers: time },
    log: () => undefined,
  })
  const stop = watchPbx({
    site: { config: () => config, clock: { ...time, speed: 1 }, version: '1' },
    user: { fetch },
    timers: time,
    health: { note, summary: () => ({}) },
    notices: createNotices(time),
    records,
    isWatched: () => false,
    onActive: (event) => events.push(event),
  })
  const tokens = createTokenBroker({
    httpApi: () => httpApiOf(config, { fetch }),
    ...{ clock: time, time, lifetimeSeconds: () => 60 },
  })
  return {
    ...{ records, events, errors, tokens, time },
    setAnswer: (next: typeof answer) => {
      answer = next
    },
    /** Lets the next list be asked for, however long that is put off, and all that it brings about. */
    async poll(): Promise<void> {
      const before = answered
      time.pass(601_000)
      for (let turn = 0; turn < 1_000 && answered === before; turn++) await turnOfEvents()
      for (let turn = 0; turn < 10; turn++) await turnOfEvents()
    },
    stop() {
      stop()
      records.close()
    },
  }
}

const turnOfEvents = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test(
  'whatever the lists of the PBX say, the records stay legal, and a healthy list takes effect',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(oddAnswer, { minLength: 1, maxLength: 8 }), async (answers) => {
        const stage = pbxStage()
        for (const odd of answers) {
          stage.setAnswer(() => responseOf(odd))
          await stage.poll()
          await stage.tokens.token().catch((error: unknown) => stage.errors.push(error))
        }
        stage.setAnswer((command) => new Response(`<Response>${healthy[command] ?? ''}</Response>`))
        for (let list = 0; list < 3; list++) await stage.poll()
        const { calls } = stage.records.page(ten - 36_000_000, ten + 50_400_000, undefined)
        const day = { revision: 0, covered: [], counted: [], records: calls }
        const now = stage.time.now()
        const settings = settingsOf(config)
        const build = buildFrom(
          day,
          settings,
          () => Promise.resolve(),
          () => 0,
        )
        const centre = await build(createCentre(settings, now), [], now)
        centre.advance(now)
        const token = await stage.tokens.token()
        stage.stop()

        expectNone(stage.errors.filter((error) => !isPbxError(error)).map(String))
        expectNone(
          calls.flatMap((record) =>
            v.is(callRecordSchema, record) ? [] : [JSON.stringify(record)],
          ),
        )
        const told = stage.events.filter((event) => event !== undefined)
        expectNone(told.every((event) => v.is(activeEventSchema, event)) ? [] : ['active'])
        expectNone(centreFaults(centre, ['queue:5000', 'all'], now))
        expect(told[told.length - 1]?.calls.map(({ id }) => id)).toEqual(['valid'])
        expect(
          calls.filter(({ sessions }) => sessions.some(({ id }) => id === 'valid')),
        ).toHaveLength(1)
        expect(token.token).toBe('abc')
      }),
      fuzz('pbxLists'),
    )
  },
)
