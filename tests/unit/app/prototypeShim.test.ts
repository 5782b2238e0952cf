import { expect, test } from 'vitest'
import { installPrototypeShim } from '@/app/chromium78.ts'

type Host = Pick<ObjectConstructor, 'getPrototypeOf'>

/** Refuses a proxy whose prototype is null, as the V8 of Chromium 78 does. */
const faultyHost = (): Host => ({
  getPrototypeOf(target: unknown): unknown {
    const prototype: unknown = Object.getPrototypeOf(target)
    if (prototype === null && target !== Object.prototype) {
      throw new TypeError('trap returned neither object nor null')
    }
    return prototype
  },
})

test('an engine that is right is left alone', () => {
  const host: Host = { getPrototypeOf: (target: unknown): unknown => Object.getPrototypeOf(target) }
  const before = host.getPrototypeOf
  installPrototypeShim(host)
  expect(host.getPrototypeOf).toBe(before)
})

test('a faulty engine reads a null prototype as null', () => {
  const host = faultyHost()
  installPrototypeShim(host)
  expect(host.getPrototypeOf(new Proxy({}, { getPrototypeOf: () => null }))).toBeNull()
  expect(host.getPrototypeOf([])).toBe(Array.prototype)
})

test('what has no prototype at all is still an error', () => {
  const host = faultyHost()
  installPrototypeShim(host)
  expect(() => host.getPrototypeOf(undefined)).toThrow(TypeError)
})
