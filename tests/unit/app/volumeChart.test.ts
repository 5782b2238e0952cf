import { expect, test } from 'vitest'
import type { VolumeRow } from '@/app/components/views.ts'
import { busyRows } from '@/app/components/volumeChart.ts'

const row = (label: string, offered: number, isOpen = false): VolumeRow => ({
  interval: label,
  label,
  offered,
  answered: offered,
  abandoned: 0,
  serviceLevel: undefined,
  isOpen,
  isPartial: false,
  isSeen: true,
})

const labels = (rows: readonly VolumeRow[]): string[] => busyRows(rows).map(({ label }) => label)

test('empty hours at the edges are left out, those between calls stay', () => {
  const rows = [row('a', 0), row('b', 2), row('c', 0), row('d', 1), row('e', 0)]
  expect(labels(rows)).toEqual(['b', 'c', 'd'])
})

test('the interval that still runs stays, empty or not', () => {
  expect(labels([row('a', 2), row('b', 0), row('c', 0, true)])).toEqual(['a', 'b', 'c'])
})

test('a day without calls draws nothing', () => {
  expect(labels([row('a', 0), row('b', 0, true)])).toEqual([])
})
