import { spareExtension } from '../roster.ts'
import { abandonQueue, acceptOffer, enterQueue, offerToAgent } from '../stories/queue.ts'
import type { Exchange, Traffic } from '../types.ts'
import type { TrafficRow } from './csv.ts'
import { type RowStep, stepsOfRows } from './rowSteps.ts'

export interface ReplayOptions {
  /** The midnight that begins a day of the file, epoch ms of site time. */
  readonly dayStart: (day: string) => number
  /** How long an agent's phone rings before the answer, at most; seconds. */
  readonly ringSeconds: number
}

/** The sessions of one row that is under way. */
interface Playing {
  readonly waitingId: string
  talkingId: string | undefined
}

/**
 * Traffic that follows the rows to the second, whoever is busy. Calls that arrived before the clock's present moment
 * are left out. Only the next moment is ever scheduled.
 */
export function replayTraffic(rows: readonly TrafficRow[], options: ReplayOptions): Traffic {
  return (exchange) => {
    const { clock } = exchange
    const startedAt = clock.now()
    const steps = stepsOfRows(
      rows.filter((row) => options.dayStart(row.day) + row.arriveSeconds * 1000 >= startedAt),
      options.dayStart,
      options.ringSeconds,
    )
    const playing = new Map<TrafficRow, Playing>()
    let next = 0
    let cancel: () => void = () => undefined

    function scheduleNext(): void {
      const step = steps[next]
      if (step === undefined) return
      cancel = clock.at(step.at, () => {
        for (let due = steps[next]; due?.at === step.at; due = steps[next]) {
          next += 1
          playStep(exchange, playing, due)
        }
        scheduleNext()
      })
    }

    scheduleNext()
    return () => {
      next = steps.length
      cancel()
    }
  }
}

function playStep(exchange: Exchange, playing: Map<TrafficRow, Playing>, step: RowStep): void {
  const { row } = step
  if (step.type === 'arrive') {
    const waiting = enterQueue(exchange, { number: row.caller, name: '' }, row.queue)
    playing.set(row, { waitingId: waiting.sessionId, talkingId: undefined })
    return
  }
  const call = playing.get(row)
  if (call === undefined) return
  if (step.type === 'ring') {
    const agent = row.agent === '' ? spareExtension.id : row.agent
    call.talkingId = offerToAgent(exchange, call.waitingId, agent)?.sessionId
  } else if (step.type === 'answer') {
    if (call.talkingId !== undefined) acceptOffer(exchange, call.waitingId, call.talkingId)
  } else {
    if (call.talkingId === undefined) abandonQueue(exchange, call.waitingId, undefined)
    else exchange.move(call.talkingId, 'CallerHungUp')
    playing.delete(row)
  }
}
