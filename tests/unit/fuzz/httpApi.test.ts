import fc from 'fast-check'
import { test } from 'vitest'
import { longestText } from '@/domain/longestText.ts'
import { sessionStates } from '@/domain/sessionState.ts'
import { getCallHistory } from '@/pbx/ozeki/http/getCallHistory.ts'
import { listActiveCalls } from '@/pbx/ozeki/http/listActiveCalls.ts'
import { listExtensions } from '@/pbx/ozeki/http/listExtensions.ts'
import type { CallListOptions } from '@/pbx/ozeki/http/rows.ts'
import { generateSecurityToken } from '@/pbx/ozeki/http/tokenRequest.ts'
import { isPbxError } from '@/pbx/pbxError.ts'
import { expectNone } from '../../support/fuzz/expectNone.ts'
import { fuzz, patience } from '../../support/fuzz/runs.ts'
import { oddAnswer, responseOf } from '../../support/fuzz/xmlAnswers.ts'
import type { OddAnswer } from '../../support/fuzz/xmlAnswers.ts'

const optionsFor = (answer: OddAnswer): CallListOptions => ({
  httpApiUrl: 'http://192.0.2.10:7780/',
  username: 'wall',
  password: 'correct horse',
  fetch: () => Promise.resolve(responseOf(answer)),
  timeoutMs: 5_000,
  offsetAt: () => 3_600_000,
})

/** What is wrong with what was answered; a refusal in so many words is right. */
async function faultsOf<T>(
  question: Promise<T>,
  isLegal: (answer: T) => boolean,
): Promise<readonly string[]> {
  try {
    const answer = await question
    return isLegal(answer) ? [] : [JSON.stringify(answer)]
  } catch (error) {
    if (!isPbxError(error)) throw error
    const isTold = /PBX|computer|HTTP API/.test(error.message) && error.message.length < 400
    const isOdd = /function |\[object|undefined|correct horse/.test(error.message)
    return isTold && !isOdd ? [] : [error.message]
  }
}

const isShort = (one: object): boolean =>
  Object.values(one).every((value) => typeof value !== 'string' || value.length <= longestText)
const isLength = (ms = 0): boolean => ms >= 0 && ms < Infinity
const isInstant = (at = Date.UTC(2000)): boolean =>
  at >= Date.UTC(2000) && at < Date.UTC(2200) && Number.isInteger(at)
const isState = (state: unknown): boolean =>
  state === undefined || sessionStates.some((known) => known === state)

test(
  'whatever the HTTP API answers to a question for the active calls, what is read of it is legal',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(oddAnswer, async (answer) => {
        const faults = await faultsOf(listActiveCalls(optionsFor(answer)), (calls) =>
          calls.every(
            ({ ringMs, talkMs, ...call }) =>
              call.id !== '' &&
              isShort(call) &&
              isState(call.state) &&
              isInstant(call.startedAt) &&
              isLength(ringMs) &&
              isLength(talkMs),
          ),
        )
        expectNone(faults)
      }),
      fuzz('activeCalls'),
    )
  },
)

test(
  'whatever the HTTP API answers to a question for the history, what is read of it is legal',
  patience,
  async () => {
    const page = { pageNumber: 0, rowsPerPage: 500, from: Date.UTC(2026, 10, 23) }
    await fc.assert(
      fc.asyncProperty(oddAnswer, async (answer) => {
        const faults = await faultsOf(
          getCallHistory(optionsFor(answer), page),
          ({ total, calls }) =>
            calls.every(
              (call) =>
                call.id !== '' && isShort(call) && isState(call.state) && isInstant(call.startedAt),
            ) && isLength(total),
        )
        expectNone(faults)
      }),
      fuzz('history'),
    )
  },
)

test(
  'whatever the HTTP API answers, extensions are texts and tokens can be shown to the PBX',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(oddAnswer, async (answer) => {
        const options = optionsFor(answer)
        const isListed = (extensions: readonly { id: string; number: string }[]): boolean =>
          extensions.every((one) => one.id !== '' && one.number !== '' && isShort(one))
        const isToken = (token: string): boolean => /^[!-~]{1,512}$/.test(token)
        expectNone(await faultsOf(listExtensions(options), isListed))
        expectNone(await faultsOf(generateSecurityToken(options), isToken))
      }),
      fuzz('extensions'),
    )
  },
)
