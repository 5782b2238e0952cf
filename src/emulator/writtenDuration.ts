import type { Dialect } from './dialect.ts'

const dayMs = 86_400_000

/** A duration in ms (0 if less) as the PBX writes it; `HH:mm:ss` forms without days count hours beyond 24. */
export function writtenDuration(milliseconds: number, form: Dialect['durations']): string {
  const ms = Math.max(0, Math.floor(milliseconds))
  switch (form) {
    case 'seconds':
      return String(Math.floor(ms / 1000))
    case 'decimalSeconds':
      return (ms / 1000).toFixed(3)
    case 'HH:mm:ss':
      return span(ms)
    case 'HH:mm:ss.fffffff':
      return `${span(ms)}.${String(ms % 1000).padStart(3, '0')}0000`
    case 'd.HH:mm:ss':
      return `${Math.floor(ms / dayMs)}.${span(ms % dayMs)}`
  }
}

function span(ms: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`
}
