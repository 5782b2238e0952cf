import { messages } from '../locales/messages.ts'

/** A length of time in words, `3 min 10 s`: its two largest units, cut to whole ones; what is zero is left out. */
export function spanInWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const { span } = messages
  const written = [
    hours > 0 ? span.hours(hours) : '',
    minutes > 0 ? span.minutes(minutes) : '',
    hours === 0 && (seconds % 60 > 0 || minutes === 0) ? span.seconds(seconds % 60) : '',
  ].filter((part) => part !== '')
  return written.reduce((larger, smaller) => span.both(larger, smaller))
}
