import { expect, test } from 'vitest'
import { steppedClock } from '@/emulator/clock.ts'
import type { Faults } from '@/emulator/faults.ts'
import { planFaults } from '@/emulator/faults/timetable.ts'

test('faults begin and end by the time of the site, and who cannot is told of', async () => {
  const clock = steppedClock(0)
  const seen: string[] = []
  const faults: Faults = {
    begin({ name }) {
      seen.push(`${clock.now() / 1000} begin ${name}`)
      return Promise.resolve()
    },
    end(name) {
      seen.push(`${clock.now() / 1000} end ${name}`)
      return Promise.reject(new Error('The port is taken.'))
    },
  }
  const problems: unknown[] = []
  planFaults(
    [
      { fault: { name: 'freeze' }, beginsAfter: 120, lasts: 30 },
      { fault: { name: 'drop' }, beginsAfter: 60 },
    ],
    faults,
    clock,
    (error) => problems.push(error),
  )
  clock.advanceTo(1_000_000)
  await Promise.resolve()
  expect(seen).toEqual(['60 begin drop', '120 begin freeze', '150 end freeze'])
  expect(problems).toEqual([new Error('The port is taken.')])
})
