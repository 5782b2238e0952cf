import { expect, test } from 'vitest'
import { endWordsOf } from '@/app/stores/vocabulary.ts'
import type { SessionState } from '@/domain/sessionState.ts'
import { story } from '../../support/centre.ts'

const wordsAfter = (...ends: SessionState[]): string => {
  const told = story()
  for (const [index, end] of ends.entries()) {
    told.open(index, `s${index}`, '061>1001', 'Ringing', 'InCall').to(index + 0.5, `s${index}`, end)
  }
  return endWordsOf(told.centre.calls())
}

test('a phone system that says who hung up says enough', () => {
  expect(wordsAfter('CallerHungUp')).toBe('full')
})

test('one that only says that calls are over hides who ended them', () => {
  expect(wordsAfter('Ended', 'Busy')).toBe('endOnly')
})

test('a single telling end is proof', () => {
  expect(wordsAfter('Ended', 'CalleeHungUp', 'Ended')).toBe('full')
})

test('before any end nothing is known', () => {
  expect(wordsAfter()).toBe('unseen')
})
