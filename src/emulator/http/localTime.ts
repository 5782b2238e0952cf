/** How the PBX writes moments (epoch ms) in the time zone of its site. */
export interface LocalTime {
  /** `2026-11-21 09:30:00`, without a zone, as the call history has it. */
  stamp(moment: number): string
  /** `2026-11-21T09:30:00.1230+01:00`, as the list of active calls has it. */
  iso(moment: number): string
}

/** Clocks change by quarters of an hour, at the begin of one. */
const quarterMs = 900_000
/** The quarters of two days, which is as long as a history is. */
const rememberedQuarters = 192

/** Writes moments in `timeZone` (an IANA name); throws a RangeError for a zone that nobody knows. */
export function createLocalTime(timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })

  const remembered = new Map<number, number>()

  /** What local clocks show as if it were UTC, epoch ms. */
  const readLocal = (moment: number): number => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
    for (const { type, value } of format.formatToParts(moment)) part[type] = value
    const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = part
    return Date.parse(`${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`)
  }
  const offsetAt = (moment: number): number => {
    const quarter = Math.floor(moment / quarterMs)
    const known = remembered.get(quarter)
    if (known !== undefined) return known
    if (remembered.size >= rememberedQuarters) remembered.clear()
    const offset = readLocal(quarter * quarterMs) - quarter * quarterMs
    remembered.set(quarter, offset)
    return offset
  }
  const local = (moment: number): string =>
    new Date(moment + offsetAt(moment)).toISOString().slice(0, 19)

  return {
    stamp: (moment) => local(moment).replace('T', ' '),
    iso(moment) {
      const text = local(moment)
      const wholeSecond = Math.floor(moment / 1000) * 1000
      const milliseconds = String(Math.floor(moment - wholeSecond)).padStart(3, '0')
      return `${text}.${milliseconds}0${offset(Date.parse(`${text}Z`) - wholeSecond)}`
    },
  }
}

function offset(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
