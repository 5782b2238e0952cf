/** How old what the wall shows is: the present; lost just now; lost for so long that nobody should act on it. */
export type Age = 'live' | 'lost' | 'old'

const oldMs = 60_000

/**
 * The age of what was last the present at `liveUntil`. A wall that never was live is `lost` while it tries for the first
 * time, and `old` once that has failed. Moments are epoch ms.
 */
export function ageOf(
  { isLive, hasFailed }: { readonly isLive: boolean; readonly hasFailed: boolean },
  liveUntil: number | undefined,
  now: number,
): Age {
  if (isLive) return 'live'
  const isOld = liveUntil === undefined ? hasFailed : now - liveUntil >= oldMs
  return isOld ? 'old' : 'lost'
}

/** The moment that a block of the wall tells of. */
export interface AsOfView {
  /** Epoch ms. */
  readonly at: number
  /** As the wall's clock shows it, with the day if that is another one. */
  readonly text: string
}
