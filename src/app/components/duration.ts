/** A length of time as a clock writes it: `m:ss`, from an hour on `h:mm:ss`. Cut to whole seconds, never negative. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const rest = twoDigits(seconds % 60)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${rest}`
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${rest}`
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')
