import { textOf } from './foreign.ts'

/** Local time minus UTC at an instant, in ms, in the zone of the PBX. */
export type OffsetAt = (at: number) => number

const written =
  /^(\d{4})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d:?\d\d)?$/i
const jsonDate = /^\/Date\((\d{1,16})(?:[+-]\d{4})?\)\/$/
const epoch = /^\d{9,13}(?:\.\d+)?$/

/**
 * When something happened according to the PBX, in epoch ms: ISO with or without an offset, `yyyy-MM-dd HH:mm:ss`,
 * epoch seconds or ms, `/Date(…)/` or a Date. What has no offset is local time of the PBX. `undefined` for
 * everything else; a bare time of day or a duration is no instant.
 */
export function parseInstant(raw: unknown, offsetAt: OffsetAt): number | undefined {
  try {
    if (raw instanceof Date) return plausible(raw.getTime())
    const text = textOf(raw)
    if (epoch.test(text)) return plausible(fromEpoch(Number(text)))
    const json = jsonDate.exec(text)
    return json === null ? fromWritten(text, offsetAt) : plausible(Number(json[1]))
  } catch {
    return undefined
  }
}

const mostRemembered = 1_000
/** Longer texts are no instants. */
const longestInstant = 40

/**
 * `parseInstant` for a PBX that says the same instants again and again, as a session does its start with each of its
 * changes: what was read lately is not read again.
 */
export function createInstantReader(offsetAt: OffsetAt): (raw: unknown) => number | undefined {
  const known = new Map<string, number | undefined>()
  return (raw) => {
    if (typeof raw !== 'string' || raw.length > longestInstant) return parseInstant(raw, offsetAt)
    const found = known.get(raw)
    if (found !== undefined || known.has(raw)) return found
    const at = parseInstant(raw, offsetAt)
    if (known.size >= mostRemembered) known.clear()
    known.set(raw, at)
    return at
  }
}

/** Seconds since 1970 have ten digits until 2286, ms have had thirteen since 2001. */
function fromEpoch(value: number): number {
  return value < 1e11 ? value * 1000 : value
}

function fromWritten(text: string, offsetAt: OffsetAt): number | undefined {
  const found = written.exec(text)
  if (found === null) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = found.slice(1, 6).map(Number)
  const milliseconds = Math.floor(Number(`0.${found[7] ?? '0'}`) * 1000)
  const local = Date.UTC(year, month - 1, day, hour, minute, Number(found[6] ?? 0), milliseconds)
  const date = new Date(local)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  const offset = found[8]
  return plausible(offset === undefined ? fromLocal(local, offsetAt) : local - offsetMs(offset))
}

function offsetMs(offset: string): number {
  if (/z/i.test(offset)) return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

/** Asked twice, since the offset belongs to the instant that is only known afterwards. */
function fromLocal(local: number, offsetAt: OffsetAt): number {
  return local - offsetAt(local - offsetAt(local))
}

/** Whoever writes year 1 means that there is no start. */
function plausible(at: number): number | undefined {
  return at >= Date.UTC(2000) && at < Date.UTC(2200) ? Math.round(at) : undefined
}
