import { expect, test } from 'vitest'
import { loadScript } from '../../../src/pbx/ozeki/loadScript.ts'
import { isPbxError } from '../../../src/pbx/pbxError.ts'
import { createFakePage } from '../../support/fakePage.ts'
import type { FakePage } from '../../support/fakePage.ts'
import { createManualTimers } from '../../support/manualTimers.ts'

const url = 'http://pbx.test:7777/WebphoneAPI'
const defined = { connect: (): void => undefined }

function start(page: FakePage = createFakePage()) {
  const timers = createManualTimers()
  const outcomes: unknown[] = []
  const stop = loadScript({ scope: page.scope, url, timers }, (outcome) => outcomes.push(outcome))
  return { page, timers, outcomes, stop, script: page.scripts[0]! }
}

test('a script that defines OzWebClient hands it over', () => {
  const { page, timers, outcomes, script } = start()
  expect(script.src).toBe(url)
  page.define('OzWebClient', defined)
  script.onload?.()
  expect(outcomes).toEqual([defined])
  expect(timers.pending()).toBe(0)
})

test('an OzWebClient that is on the page already is used and nothing is loaded', () => {
  const { page, outcomes } = start(createFakePage({ OzWebClient: defined }))
  expect(outcomes).toEqual([defined])
  expect(page.scripts).toEqual([])
})

test('an OzWebClient that appears a little after the load is found', () => {
  const { page, timers, outcomes, script } = start()
  script.onload?.()
  timers.pass(500)
  expect(outcomes).toEqual([])
  page.define(
    'OzWebClient',
    Object.assign(() => undefined, defined),
  )
  timers.pass(500)
  expect(outcomes).toHaveLength(1)
  expect(timers.pending()).toBe(0)
})

test.each([
  ['cannot be loaded', (begun: ReturnType<typeof start>) => begun.script.onerror?.()],
  ['takes too long', (begun: ReturnType<typeof start>) => begun.timers.pass(15_000)],
  [
    'defines nothing',
    (begun: ReturnType<typeof start>) => {
      begun.script.onload?.()
      begun.timers.pass(3_000)
    },
  ],
  [
    'defines something that cannot connect',
    (begun: ReturnType<typeof start>) => {
      begun.page.define('OzWebClient', {})
      begun.script.onload?.()
      begun.timers.pass(3_000)
    },
  ],
])('a script that %s is missing, once, and leaves no element behind', (_, fail) => {
  const begun = start()
  fail(begun)
  expect(begun.outcomes).toHaveLength(1)
  expect(isPbxError(begun.outcomes[0], 'scriptMissing')).toBe(true)
  expect(begun.page.scripts).toEqual([])
  begun.timers.pass(60_000)
  expect(begun.outcomes).toHaveLength(1)
})

test('after a failed attempt the next one loads afresh', () => {
  const { page, script } = start()
  script.onerror?.()
  const second = start(page)
  expect(page.scripts).toHaveLength(1)
  page.define('OzWebClient', defined)
  second.script.onload?.()
  expect(second.outcomes).toEqual([defined])
})

test('a stopped load hands over nothing and leaves nothing running', () => {
  const { page, timers, outcomes, stop, script } = start()
  stop()
  page.define('OzWebClient', defined)
  script.onload?.()
  timers.pass(60_000)
  expect(outcomes).toEqual([])
  expect(page.scripts).toEqual([])
  expect(timers.pending()).toBe(0)
})
