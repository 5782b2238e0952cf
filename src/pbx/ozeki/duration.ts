import { textOf } from './foreign.ts'

const clockForm = /^(?:(\d{1,6})\.)?(\d{1,3}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)$/
const secondsForm = /^\d{1,9}(?:\.\d{1,9})?$/

/**
 * A duration of the PBX in ms: `HH:mm:ss`, `HH:mm:ss.fffffff`, `d.HH:mm:ss`, or whole or decimal seconds.
 * `undefined` for what cannot be read.
 */
export function parseDuration(raw: unknown): number | undefined {
  const text = textOf(raw)
  if (secondsForm.test(text)) return Math.round(Number(text) * 1000)
  const found = clockForm.exec(text)
  if (found === null) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part))
  const wholeMinutes = ((days || 0) * 24 + hours) * 60 + minutes
  return Math.round((wholeMinutes * 60 + seconds) * 1000)
}
