import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMaximum } from '../../../src/domain/maximum.ts'

/** What becomes of a value that was added, some steps later. */
const lives = fc.record({
  value: fc.integer({ min: 0, max: 9 }),
  end: fc.constantFrom('removed', 'settled', 'open'),
  after: fc.integer({ min: 0, max: 12 }),
})

test('the maximum is the largest of the values that are there, in whatever order they are taken back or settled', () => {
  fc.assert(
    fc.property(fc.array(lives, { maxLength: 30 }), (all) => {
      const maximum = createMaximum()
      const there: number[] = []
      for (let step = 0; step < all.length + 14; step++) {
        all.forEach(({ value, end, after }, place) => {
          if (place + after + 1 !== step || end === 'open') return
          if (end === 'settled') maximum.settle(value)
          else {
            maximum.remove(value)
            there.splice(there.indexOf(value), 1)
          }
        })
        const next = all[step]
        if (next !== undefined) {
          maximum.add(next.value)
          there.push(next.value)
        }
        if (step % 3 === 0) expect(maximum.get() ?? -1).toBe(Math.max(-1, ...there))
      }
      expect(maximum.get() ?? -1).toBe(Math.max(-1, ...there))
    }),
  )
})
