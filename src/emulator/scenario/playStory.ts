import { playBlindTransfer } from '../stories/blindTransfer.ts'
import { playDirectCall } from '../stories/direct.ts'
import { playInternalCall } from '../stories/internal.ts'
import { playMenuCall } from '../stories/menu.ts'
import { playOutboundCall } from '../stories/outbound.ts'
import { sendOn } from '../stories/overflow.ts'
import { playPresenceCode } from '../stories/presence.ts'
import { playQueuedCall, playWait, type Wait } from '../stories/queued.ts'
import type { Ring } from '../stories/ring.ts'
import { playParallelRingGroup, playRollingRingGroup } from '../stories/ringGroup.ts'
import type { Stage } from '../stories/stage.ts'
import type { StoryQueueing, StoryStep } from './storySteps.ts'
import { ms, patienceOf, talkOf } from './storyTalk.ts'

type Of<Kind extends StoryStep['story']> = Extract<StoryStep, { story: Kind }>

/** Plays a short form of a scenario; starts now. */
export function playStory(stage: Stage, step: StoryStep): void {
  switch (step.story) {
    case 'queued':
      playQueuedCall(stage, {
        ...{ caller: callerOf(step), queue: step.queue },
        ...waitOf(stage, step),
      })
      return
    case 'menu': {
      const { menu, queue } = step
      const call = { caller: callerOf(step), menu, queue, menuMs: ms(step.menuSeconds) }
      playMenuCall(stage, call, (waiting) => playWait(stage, waiting, waitOf(stage, step)))
      return
    }
    case 'direct': {
      const { extension } = step
      playDirectCall(stage, { caller: callerOf(step), extension, ...ringOf(stage, step) })
      return
    }
    case 'ringGroup':
      playRingGroup(stage, step)
      return
    case 'internal':
      playInternalCall(stage, { from: step.from, to: step.to, ...ringOf(stage, step) })
      return
    case 'outbound': {
      const { extension, to } = step
      playOutboundCall(stage, { extension, number: to, ...ringOf(stage, step) })
      return
    }
    case 'presence':
      playPresenceCode(stage, step.extension, step.code)
  }
}

function playRingGroup(stage: Stage, step: Of<'ringGroup'>): void {
  const play = step.shape === 'parallel' ? playParallelRingGroup : playRollingRingGroup
  play(stage, {
    ...{ caller: callerOf(step), dialedNumber: step.dialed, extensions: step.extensions },
    ringMs: ms(step.ringSeconds),
    answeredBy: step.answeredBy,
    talk: talkOf(stage, step.talk),
  })
}

function callerOf(step: { from: string; name: string }): { number: string; name: string } {
  return { number: step.from, name: step.name }
}

function ringOf(stage: Stage, step: Of<'direct' | 'internal' | 'outbound'>): Ring {
  return {
    setupMs: ms(step.setupSeconds),
    ringMs: ms(step.ringSeconds),
    result: step.result,
    talk: talkOf(stage, step.talk),
  }
}

function waitOf(stage: Stage, step: StoryQueueing): Wait {
  const { offers, givesUpAfterSeconds, overflow, movedOut } = step
  const leaving = overflow ?? movedOut
  const wait = { ...patienceOf({ offers, givesUpAfterSeconds }), talk: talkOf(stage, step.talk) }
  if (leaving === undefined) return wait
  const play = (waitingId: string): void => {
    if (overflow !== undefined) playOverflow(stage, waitingId, overflow)
    else if (movedOut !== undefined) playMovedOut(stage, waitingId, movedOut)
  }
  return { ...wait, movesOn: { afterMs: ms(leaving.afterSeconds), play } }
}

function playOverflow(
  stage: Stage,
  waitingId: string,
  overflow: NonNullable<StoryQueueing['overflow']>,
): void {
  const onward = sendOn(stage.exchange, waitingId, overflow.to, overflow.how)
  if (onward === undefined) return
  const { offers, givesUpAfterSeconds } = overflow
  playWait(stage, onward.sessionId, {
    ...patienceOf({ offers, givesUpAfterSeconds }),
    talk: talkOf(stage, overflow.talk),
  })
}

function playMovedOut(
  stage: Stage,
  waitingId: string,
  movedOut: NonNullable<StoryQueueing['movedOut']>,
): void {
  playBlindTransfer(stage, waitingId, {
    ...{ by: 'callee', target: movedOut.to, result: movedOut.result },
    ringMs: ms(movedOut.ringSeconds),
    talk: talkOf(stage, movedOut.talk),
  })
}
