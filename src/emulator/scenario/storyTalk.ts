import { playAttendedTransfer } from '../stories/attendedTransfer.ts'
import { playBlindTransfer } from '../stories/blindTransfer.ts'
import type { QueueOffer } from '../stories/queued.ts'
import { playWait } from '../stories/queued.ts'
import type { Stage } from '../stories/stage.ts'
import type { Talk } from '../stories/talk.ts'
import type { StoryQueueing, StoryTalk, StoryTransfer } from './storySteps.ts'

/** Seconds of a file as ms. */
export function ms(seconds: number): number {
  return Math.round(seconds * 1000)
}

/** The talk of a story as it is played, its transfer included. */
export function talkOf(stage: Stage, talk: StoryTalk): Talk {
  const { transfer } = talk
  return {
    talkMs: ms(talk.seconds),
    endedBy: talk.endedBy,
    holds: talk.holds.map(({ fromSeconds, toSeconds, by }) => ({
      fromMs: ms(fromSeconds),
      toMs: ms(toSeconds),
      by,
    })),
    ...(transfer !== undefined && {
      meanwhile: (sessionId: string) => {
        stage.after(ms(transfer.afterSeconds), () => playTransfer(stage, sessionId, transfer))
      },
    }),
  }
}

function playTransfer(stage: Stage, sessionId: string, transfer: StoryTransfer): void {
  const { by, to } = transfer
  const talk = talkOf(stage, transfer.talk)
  switch (transfer.how) {
    case 'blind':
      playBlindTransfer(stage, sessionId, {
        ...{ by, target: to, talk, result: transfer.result, ringMs: ms(transfer.ringSeconds) },
      })
      return
    case 'attended':
      playAttendedTransfer(stage, sessionId, {
        ...{ by, target: to, talk, result: transfer.result, ringMs: ms(transfer.ringSeconds) },
        consultMs: ms(transfer.consultSeconds),
      })
      return
    case 'toQueue': {
      const { exchange } = stage
      const session = exchange.find(sessionId)
      const transferor = by === 'callee' ? session?.callee : session?.caller
      const waiting = exchange.blindTransfer(sessionId, transferor ?? '', to)
      if (waiting === undefined) return
      exchange.move(waiting.sessionId, 'Ringing')
      exchange.move(waiting.sessionId, 'InCall')
      const { offers, givesUpAfterSeconds } = transfer
      playWait(stage, waiting.sessionId, { ...patienceOf({ offers, givesUpAfterSeconds }), talk })
    }
  }
}

/** Whom the queue of a story rings, and when the caller gives up. */
export function patienceOf(
  wait: Pick<StoryQueueing, 'offers'> & { givesUpAfterSeconds: number | undefined },
): { offers: readonly QueueOffer[]; givesUpAfterMs?: number } {
  const { givesUpAfterSeconds } = wait
  return {
    offers: wait.offers.map(({ agent, afterSeconds, ringSeconds, result }) => ({
      ...{ agent, result, afterMs: ms(afterSeconds), ringMs: ms(ringSeconds) },
    })),
    ...(givesUpAfterSeconds !== undefined && { givesUpAfterMs: ms(givesUpAfterSeconds) }),
  }
}
