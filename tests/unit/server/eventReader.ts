import { onTestFinished } from 'vitest'

export interface HeardEvent {
  readonly name: string
  readonly data: unknown
}

/** A wall's reading of `GET /api/events`. */
export interface EventReader {
  /** All events so far. */
  readonly heard: readonly HeardEvent[]
  /** The data of the first event of that name that `fits`, heard already or still to come. */
  readonly next: <T>(name: string, fits?: (data: T) => boolean) => Promise<T>
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>
  readonly response: Response
}

/** Reads the events of a server until the test has finished. */
export async function readEvents(url: string, headers: HeadersInit = {}): Promise<EventReader> {
  const controller = new AbortController()
  onTestFinished(() => controller.abort())
  const response = await fetch(`${url}api/events`, { headers, signal: controller.signal })
  const heard: HeardEvent[] = []
  const looks = new Set<() => void>()
  const ended = (async () => {
    let rest = ''
    const decoder = new TextDecoder()
    const body: AsyncIterable<Uint8Array> = response.body ?? new ReadableStream()
    for await (const chunk of body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      heard.push(...blocks.map(readBlock))
      for (const look of looks) look()
    }
  })()
  ended.catch(() => undefined)

  return {
    heard,
    ended,
    response,
    next: <T>(name: string, fits: (data: T) => boolean = () => true) =>
      new Promise<T>((resolve) => {
        const find = (): void => {
          const found = heard.find((event) => event.name === name && fits(event.data as T))
          if (found === undefined) return
          looks.delete(find)
          resolve(found.data as T)
        }
        looks.add(find)
        find()
      }),
  }
}

function readBlock(block: string): HeardEvent {
  const found = /^event: (\w+)\ndata: (.*)$/.exec(block)
  if (found === null) throw new Error(`not an event: ${block}`)
  return { name: found[1] ?? '', data: JSON.parse(found[2] ?? '') }
}
