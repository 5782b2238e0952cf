import { playDirectCall } from '../../src/emulator/stories/direct.ts'
import { playInternalCall } from '../../src/emulator/stories/internal.ts'
import { playOutboundCall } from '../../src/emulator/stories/outbound.ts'
import { abandonQueue, enterQueue } from '../../src/emulator/stories/queue.ts'
import { playQueuedCall } from '../../src/emulator/stories/queued.ts'
import type { OutsideCaller, Stage } from '../../src/emulator/stories/stage.ts'
import { createStage } from '../../src/emulator/stories/stage.ts'
import type { Traffic } from '../../src/emulator/types.ts'

const caller = (last: number): OutsideCaller => ({ number: `+36155501${last}`, name: '' })

/** What begins at which second of the day. */
const calls: readonly (readonly [second: number, play: (stage: Stage) => void])[] = [
  // Answered by 1001 after a wait of 10 s.
  [
    10,
    (stage) =>
      playQueuedCall(stage, {
        caller: caller(20),
        queue: '5000',
        offers: [{ agent: '1001', afterMs: 5_000, ringMs: 5_000, result: 'answered' }],
        talk: { talkMs: 60_000, endedBy: 'caller' },
      }),
  ],
  // Gives up after 30 s while nobody is offered to him.
  [
    20,
    (stage) =>
      playQueuedCall(stage, {
        caller: caller(21),
        queue: '5000',
        offers: [],
        talk: { talkMs: 0, endedBy: 'caller' },
        givesUpAfterMs: 30_000,
      }),
  ],
  // 1001 does not answer, 1002 does after a wait of 22 s.
  [
    100,
    (stage) =>
      playQueuedCall(stage, {
        caller: caller(22),
        queue: '5000',
        offers: [
          { agent: '1001', afterMs: 5_000, ringMs: 10_000, result: 'noAnswer' },
          { agent: '1002', afterMs: 2_000, ringMs: 5_000, result: 'answered' },
        ],
        talk: { talkMs: 40_000, endedBy: 'callee' },
      }),
  ],
  // Direct to 1001, who puts the caller on hold for 10 s.
  [
    200,
    (stage) =>
      playDirectCall(stage, {
        caller: caller(23),
        extension: '1001',
        ringMs: 5_000,
        result: 'answered',
        talk: {
          talkMs: 30_000,
          endedBy: 'caller',
          holds: [{ fromMs: 10_000, toMs: 20_000, by: 'callee' }],
        },
      }),
  ],
  [
    250,
    (stage) =>
      playInternalCall(stage, {
        from: '1001',
        to: '1002',
        ringMs: 5_000,
        result: 'answered',
        talk: { talkMs: 20_000, endedBy: 'caller' },
      }),
  ],
  [
    300,
    (stage) =>
      playOutboundCall(stage, {
        extension: '1002',
        number: caller(24).number,
        setupMs: 5_000,
        ringMs: 0,
        result: 'busy',
      }),
  ],
  // The queue throws the caller out after 20 s.
  [
    320,
    (stage) => {
      const { sessionId } = enterQueue(stage.exchange, caller(25), '5000')
      stage.after(20_000, () => stage.exchange.move(sessionId, 'CalleeHungUp'))
    },
  ],
  // Gives up after 8 s, before any phone has rung for him.
  [
    350,
    (stage) => {
      const { sessionId } = enterQueue(stage.exchange, caller(26), '5000')
      stage.after(8_000, () => abandonQueue(stage.exchange, sessionId, undefined))
    },
  ],
]

/** Eight calls of the kinds that a wall tells apart, on 1001, 1002 and the queue 5000, beginning after `start`. */
export function dayOfCalls(start: number): Traffic {
  return (exchange) => {
    const stage = createStage(exchange)
    for (const [second, play] of calls) stage.at(start + second * 1000, () => play(stage))
    return () => stage.stop()
  }
}
