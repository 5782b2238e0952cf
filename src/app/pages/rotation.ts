/** The walls that a rotation shows one after the other. */
export interface Rotation {
  /** Team ids in the order of the address; at least one. */
  readonly ids: readonly [string, ...string[]]
  /** How long each is shown. */
  readonly everySeconds: number
}

const usualSeconds = 30
const fewestSeconds = 5
const mostSeconds = 3_600

/** Reads `/rotate/support,sales?every=30`; what is no number of seconds counts as 30, what is too short or long is brought to 5..3600. */
export function readRotation(teams: string, every: unknown): Rotation {
  const [first = '', ...others] = teams
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
  const seconds = typeof every === 'string' && every.trim() !== '' ? Number(every) : Number.NaN
  const everySeconds = Number.isNaN(seconds)
    ? usualSeconds
    : Math.min(mostSeconds, Math.max(fewestSeconds, seconds))
  return { ids: [first, ...others], everySeconds }
}
