import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitPages } from '@/app/composables/fitPages.ts'
import { keepPaging, nextOrder, shownOf, startPaging, turnPage } from '@/app/composables/paging.ts'
import type { Paging } from '@/app/composables/paging.ts'

const ids = (letters: string): string[] => Array.from(letters)
const text = (order: readonly string[]): string => order.join('')
const pageOf = (order: readonly string[], id: string, perPage: number): number =>
  Math.floor(order.indexOf(id) / perPage)

test('the first round shows the worst first', () => {
  const paging = startPaging(ids('abcdef'), 2, 0)
  expect(text(shownOf(paging))).toBe('ab')
  expect(text(shownOf(turnPage(paging, 1, ids('fedcba'), 5)))).toBe('cd')
})

test('within a round every tile keeps its place, whatever becomes of it', () => {
  const paging = startPaging(ids('abcdef'), 2, 0)
  expect(keepPaging(paging, ids('fedcba'), 2, 1)).toBe(paging)
})

test('the next round begins with those who are worst then', () => {
  const last: Paging = { order: ids('abcdef'), perPage: 2, page: 2, since: 0 }
  const next = turnPage(last, 1, ids('efabcd'), 7)
  expect(next).toMatchObject({ page: 0, since: 7 })
  expect(text(next.order)).toBe('efabcd')
})

test('a tile falls back by one page at most', () => {
  expect(text(nextOrder(ids('abcdef'), ids('efcdab'), 2))).toBe('efabcd')
})

test('tiles of one page stand in the order of now', () => {
  expect(text(nextOrder(ids('abcd'), ids('badc'), 2))).toBe('badc')
})

test('back from the first page leads to the last one of the same round', () => {
  const paging = turnPage(startPaging(ids('abcde'), 2, 0), -1, ids('edcba'), 3)
  expect(paging).toMatchObject({ page: 2, since: 3 })
  expect(text(shownOf(paging))).toBe('e')
})

test('who is new comes last, who is gone leaves', () => {
  const paging: Paging = { order: ids('abcde'), perPage: 2, page: 1, since: 4 }
  const after = keepPaging(paging, ids('xcbae'), 2, 9)
  expect(text(after.order)).toBe('abcex')
  expect(after).toMatchObject({ page: 1, since: 4 })
})

test('a page that is no longer there is not shown', () => {
  const paging: Paging = { order: ids('abcde'), perPage: 2, page: 2, since: 4 }
  expect(text(shownOf(keepPaging(paging, ids('ab'), 2, 9)))).toBe('ab')
})

test('other people begin at their first page', () => {
  const paging: Paging = { order: ids('abcd'), perPage: 2, page: 1, since: 4 }
  expect(keepPaging(paging, ids('wxyz'), 2, 9)).toEqual(startPaging(ids('wxyz'), 2, 9))
})

test('another size of page begins anew', () => {
  const paging: Paging = { order: ids('abcd'), perPage: 2, page: 1, since: 4 }
  expect(keepPaging(paging, ids('dcba'), 3, 9)).toEqual(startPaging(ids('dcba'), 3, 9))
})

const people = fc
  .integer({ min: 1, max: 40 })
  .map((count) => Array.from({ length: count }, (_, index) => `${index}`))
const shuffled = (order: readonly string[]): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...order], { minLength: order.length })

test('every order of the next round has everybody once, nobody later than one page on', () => {
  const rounds = people.chain((order) =>
    fc.tuple(shuffled(order), shuffled(order), fc.integer({ min: 1, max: 12 })),
  )
  fc.assert(
    fc.property(rounds, ([before, sorted, perPage]) => {
      const after = nextOrder(before, sorted, perPage)
      expect([...after].sort()).toEqual([...before].sort())
      for (const id of before) {
        expect(pageOf(after, id, perPage)).toBeLessThanOrEqual(pageOf(before, id, perPage) + 1)
      }
      expect(after.slice(0, perPage).sort()).toEqual(sorted.slice(0, perPage).sort())
    }),
  )
})

test('nobody is out of sight for longer than the wall says, 15 s up to five pages', () => {
  const days = fc.integer({ min: 2, max: 48 }).chain((count) =>
    fc.array(shuffled(ids('.'.repeat(count)).map((_, index) => `${index}`)), {
      minLength: 6,
      maxLength: 6,
    }),
  )
  fc.assert(
    fc.property(days, (sortings) => {
      const [first = []] = sortings
      const lay = (count: number): { textSize: number } => ({ textSize: 12 / count })
      const { perPage, pages, dwellMs, outOfSightMs } = fitPages(first.length, 1, [
        { smallestText: 1, lay },
      ])
      let paging = startPaging(first, perPage, 0)
      const leftAt = new Map(first.map((id) => [id, 0]))
      let longest = 0
      for (let turn = 0; turn < pages * sortings.length; turn++) {
        const now = turn * dwellMs
        for (const id of shownOf(paging)) {
          longest = Math.max(longest, now - (leftAt.get(id) ?? 0))
          leftAt.set(id, now + dwellMs)
        }
        const sorted = sortings[Math.floor(turn / pages)] ?? first
        paging = turnPage(paging, 1, sorted, now + dwellMs)
      }
      expect(longest).toBeLessThanOrEqual(outOfSightMs)
      if (pages <= 5) expect(longest).toBeLessThanOrEqual(15_000)
    }),
  )
})
