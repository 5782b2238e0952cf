/** A moment of the week at a site. */
export interface WeekTime {
  /** 0 is Sunday. */
  readonly weekday: number
  /** Minutes of the clock on the wall since midnight, 0 to 1439. */
  readonly minute: number
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const quarterMs = 15 * 60 * 1000

/** Reads moments (epoch ms) on the wall clock of `timeZone`, an IANA name. */
export function createWeekTime(timeZone: string): (when: number) => WeekTime {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  let quarter = NaN
  let atQuarter: WeekTime = { weekday: 0, minute: 0 }

  function read(when: number): WeekTime {
    const parts = new Map(format.formatToParts(when).map(({ type, value }) => [type, value]))
    return {
      weekday: weekdays.indexOf(parts.get('weekday') ?? ''),
      minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
    }
  }

  return (when) => {
    // Formatting is slow, and no zone's offset changes within a quarter of an hour.
    const begin = Math.floor(when / quarterMs) * quarterMs
    if (begin !== quarter) {
      quarter = begin
      atQuarter = read(begin)
    }
    return {
      weekday: atQuarter.weekday,
      minute: atQuarter.minute + Math.floor((when - begin) / 60_000),
    }
  }
}
