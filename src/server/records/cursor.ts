import * as v from 'valibot'

/** The last call of a page: the next page begins behind it. */
export interface Cursor {
  /** Epoch ms. */
  readonly startedAt: number
  readonly id: string
}

const schema = v.strictTuple([v.pipe(v.number(), v.finite()), v.string()])

/** A cursor as a text for a URL, of which nobody outside needs to know the meaning. */
export function writeCursor({ startedAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([startedAt, id])).toString('base64url')
}

/** The cursor that was written so; `undefined` for anything else. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(Buffer.from(text, 'base64url').toString()))
    return result.success ? { startedAt: result.output[0], id: result.output[1] } : undefined
  } catch {
    return undefined
  }
}
