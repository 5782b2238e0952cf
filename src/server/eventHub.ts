import { frameOf } from './serverEvent.ts'
import type { ServerEvent } from './serverEvent.ts'

export interface EventHubOptions {
  /** What a wall gets on connecting. */
  readonly firstEvents: () => readonly ServerEvent[]
  /** @default 500 */
  readonly mostReaders?: number
  /** A reader for whom more bytes than this are waiting is given up. @default 256 KiB */
  readonly mostWaiting?: number
}

/** The walls that read `GET /api/events`. */
export interface EventHub {
  /**
   * A stream for one more wall; `undefined` when there are too many. `giveUp` ends the connection of a wall that does
   * not read: its stream alone cannot, since nobody reads that either.
   */
  open(giveUp: () => void): ReadableStream<Uint8Array> | undefined
  send(event: ServerEvent): void
  readers(): number
  /** Ends every stream; a wall that comes later gets one that is over. */
  close(): void
}

interface Reader {
  readonly controller: ReadableStreamDefaultController<Uint8Array>
  readonly giveUp: () => void
}

export function createEventHub(options: EventHubOptions): EventHub {
  const { firstEvents, mostReaders = 500, mostWaiting = 256 * 1024 } = options
  const encoder = new TextEncoder()
  const readers = new Set<Reader>()
  let isClosed = false

  /** A frame is let in whole as long as there is room before it: the largest one may be larger than the limit. */
  const put = (reader: Reader, frame: Uint8Array): void => {
    if ((reader.controller.desiredSize ?? 0) > 0) {
      reader.controller.enqueue(frame)
      return
    }
    readers.delete(reader)
    reader.controller.close()
    reader.giveUp()
  }

  return {
    open(giveUp) {
      if (readers.size >= mostReaders) return undefined
      let reader: Reader | undefined
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            controller.enqueue(encoder.encode(firstEvents().map(frameOf).join('')))
            if (isClosed) {
              controller.close()
              return
            }
            reader = { controller, giveUp }
            readers.add(reader)
          },
          cancel() {
            if (reader !== undefined) readers.delete(reader)
          },
        },
        new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
      )
    },
    send(event) {
      if (readers.size === 0) return
      const frame = encoder.encode(frameOf(event))
      for (const reader of [...readers]) put(reader, frame)
    },
    readers: () => readers.size,
    close() {
      isClosed = true
      for (const { controller } of readers) controller.close()
      readers.clear()
    },
  }
}
