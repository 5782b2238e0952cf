import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { findOzWebClient } from '../../../src/pbx/ozeki/pbxGlobals.ts'

test('an OzWebClient is found as a property of the window, and as a global that is none', () => {
  const ofWindow = { connect: (): void => undefined }
  expect(findOzWebClient({})).toBeUndefined()
  expect(findOzWebClient({ OzWebClient: 'nonsense' })).toBeUndefined()
  expect(findOzWebClient({ OzWebClient: ofWindow })).toBe(ofWindow)
  runInThisContext('let OzWebClient = { connect() {} }')
  expect(findOzWebClient({})).toMatchObject({ connect: expect.any(Function) as unknown })
  // Files share a world, and such a global cannot be taken out of it.
  runInThisContext('OzWebClient = undefined')
})
