import type { Stage } from './stage.ts'

/** Somebody is put on hold within a talk; ms from the answer. */
export interface Hold {
  readonly fromMs: number
  readonly toMs: number
  readonly by: 'caller' | 'callee' | 'both'
}

/** A talk from its answer to its end. */
export interface Talk {
  readonly talkMs: number
  /** `nobody`: the PBX forgets to end it. */
  readonly endedBy: 'caller' | 'callee' | 'nobody'
  /** In order and apart from each other. @default none */
  readonly holds?: readonly Hold[]
  /** Plans what else happens in the talk, a transfer for instance; called at the answer. @default nothing */
  readonly meanwhile?: (sessionId: string) => void
}

const holdStates = { caller: 'CalleeOnHold', callee: 'CallerOnHold', both: 'OnHold' } as const

/** Plays an answered session to its end: it is in call now. */
export function playTalk(stage: Stage, sessionId: string, talk: Talk): void {
  const { exchange } = stage
  for (const hold of talk.holds ?? []) {
    stage.after(hold.fromMs, () => exchange.move(sessionId, holdStates[hold.by]))
    stage.after(hold.toMs, () => exchange.move(sessionId, 'InCall'))
  }
  talk.meanwhile?.(sessionId)
  const { endedBy } = talk
  if (endedBy === 'nobody') return
  stage.after(talk.talkMs, () => {
    exchange.move(sessionId, endedBy === 'caller' ? 'CallerHungUp' : 'CalleeHungUp')
  })
}
