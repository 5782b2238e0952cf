import { messages } from '../locales/messages.ts'

/** Writes moments as a clock on the site's wall shows them. Moments are epoch ms. */
export interface SiteTime {
  /** `09:30`, 24 hours. */
  time(at: number): string
  /** `Sat 21 Nov`. */
  date(at: number): string
  /** The time of `at`, with its day before it when that is another one than that of `now`. */
  moment(at: number, now: number): string
}

/** Site time in an IANA zone, in the wall's present language; throws a RangeError for a zone that the browser does not know. */
export function createSiteTime(timeZone: string): SiteTime {
  const time = new Intl.DateTimeFormat(messages.locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const date = new Intl.DateTimeFormat(messages.locale, {
    timeZone,
    // The short form is a single letter there, which is no day to anybody.
    weekday: messages.language === 'hu' ? 'long' : 'short',
    day: 'numeric',
    month: 'short',
  })
  const timeOf = (at: number): string => time.format(at)
  const dateOf = (at: number): string => date.format(at).replace(',', '')
  return {
    time: timeOf,
    date: dateOf,
    moment: (at, now) => (dateOf(at) === dateOf(now) ? timeOf(at) : `${dateOf(at)} ${timeOf(at)}`),
  }
}
