import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAuditStage } from '../../../support/auditStage.ts'
import type { AuditStage } from '../../../support/auditStage.ts'

type Step =
  | { readonly type: 'begin' | 'move' | 'end'; readonly pick: number }
  | { readonly type: 'list' }
  | { readonly type: 'pass'; readonly ms: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constantFrom('begin', 'move', 'end'), pick: fc.nat(20) }),
  fc.constant({ type: 'list' } as const),
  fc.record({ type: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 6_000 }) }),
)
const steps = fc.array(step, { maxLength: 60 })

/** Does what happens at the PBX; the wall is told by `tell`. */
function play(
  stage: AuditStage,
  happening: Step,
  number: number,
  tell: AuditStage['tell'] = (...told) => stage.tell(...told),
): void {
  if (happening.type === 'list') stage.list()
  else if (happening.type === 'pass') stage.pass(happening.ms)
  else if (happening.type === 'begin') tell(`n${number}`, 'InCall')
  else {
    const alive = stage.alive()
    const id = alive[happening.pick % Math.max(1, alive.length)]
    if (id !== undefined) tell(id, happening.type === 'end' ? 'CallerHungUp' : 'OnHold')
  }
}

test('while events and lists agree nothing is ever concluded', () => {
  fc.assert(
    fc.property(steps, (happenings) => {
      const stage = createAuditStage()
      for (const [number, happening] of happenings.entries()) {
        play(stage, happening, number)
        expect(stage.conclude()).toBeUndefined()
      }
    }),
    { numRuns: 300 },
  )
})

test('events that come up to two seconds late, after a list or before, prove nothing', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 2_000 }), (happenings, delayMs) => {
      const stage = createAuditStage()
      for (const [number, happening] of happenings.entries()) {
        if (happening.type === 'list' || happening.type === 'pass') {
          play(stage, happening, number)
          expect(stage.conclude()).toBeUndefined()
          continue
        }
        play(stage, happening, number, (id, state) => {
          stage.tell(id, state, false)
          stage.list()
          stage.pass(delayMs)
          expect(stage.conclude()).toBeUndefined()
          stage.tell(id, state)
        })
      }
    }),
    { numRuns: 300 },
  )
})

test('a connection that stops telling is found out within two lists of the first change', () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const stage = createAuditStage()
      stage.tell('first', 'InCall')
      stage.list()
      for (const [number, happening] of before.entries()) play(stage, happening, number)
      stage.tell('last', 'InCall')
      stage.pass(100)
      stage.list()
      const listed = stage.alive()
      for (const [number, happening] of after.entries()) {
        if (happening.type === 'list' || happening.type === 'pass') continue
        play(stage, happening, 100 + number, (id, state) => stage.tell(id, state, false))
      }
      const isSame =
        stage.alive().length === listed.length && stage.alive().every((id) => listed.includes(id))
      stage.pass(5_000)
      stage.list()
      stage.pass(3_000)
      expect(stage.conclude()?.type).toBe(isSame ? undefined : 'silent')
    }),
    { numRuns: 300 },
  )
})

test('a session that is in every list is never ended, whatever is not told', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.boolean(), { maxLength: 60 }), (happenings, heard) => {
      const stage = createAuditStage()
      for (const [number, happening] of happenings.entries()) {
        play(stage, happening, number, (id, state) => stage.tell(id, state, heard[number] ?? true))
        const verdict = stage.conclude()
        if (verdict?.type === 'gone') {
          expect(verdict.sessions.filter(({ id }) => stage.alive().includes(id))).toEqual([])
        } else if (verdict !== undefined) {
          stage.reconnect()
          stage.pass(2_000)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a PBX whose lists have ids of their own, and other starts, costs no connection and no call', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.boolean(), { maxLength: 60 }), (happenings, heard) => {
      const stage = createAuditStage({ callIdOf: (id) => `other-${id}`, startsLaterMs: 60_000 })
      for (const [number, happening] of happenings.entries()) {
        play(stage, happening, number, (id, state) => stage.tell(id, state, heard[number] ?? true))
        expect(stage.conclude()).toBeUndefined()
      }
    }),
    { numRuns: 300 },
  )
})
