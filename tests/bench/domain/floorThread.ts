import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import type { FloorEvent } from '../events/floorEvents.ts'
import { floorPieces } from './domainDay.ts'
import { pieceOf } from './dayPiece.ts'
import type { DayPiece } from './dayPiece.ts'

/** A floor in a thread of its own: its heap, in which its PBX keeps two days of sessions, is not that of the centre. */
export interface FloorThread {
  next(): Promise<DayPiece>
  stop(): Promise<unknown>
}

/** @param address where the built module is that exports `tellFloor` */
export function startFloor(address: string): FloorThread {
  const program = `import('node:worker_threads').then(async ({ parentPort, workerData }) =>
    (await import(workerData)).tellFloor(parentPort))`
  const thread = new Worker(program, { eval: true, workerData: address })
  return {
    async next() {
      thread.postMessage('next')
      const [told] = (await once(thread, 'message')) as [readonly FloorEvent[]]
      return pieceOf(told)
    },
    stop: () => thread.terminate(),
  }
}

/** What runs in the thread: answers every message with the next piece. */
export function tellFloor(port: MessagePort): void {
  const pieces = floorPieces()
  port.on('message', () => port.postMessage(pieces.next().value))
}
