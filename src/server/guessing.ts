/** Slows down whoever guesses, with bounded memory. */
export interface GuessLimit {
  /**
   * How long `address` has to wait before its next guess is looked at, ms; 0 for not at all. Waiting is not lengthened by
   * asking again meanwhile.
   */
  waitMs(address: string): number
  /** A guess of `address` was wrong; its next one has to wait longer. */
  wrong(address: string): void
  /** A guess of `address` was right: what it got wrong before is forgotten. */
  right(address: string): void
}

export interface GuessLimitOptions {
  /** ms of a clock that never goes back. */
  readonly now: () => number
  /** How many addresses are remembered; the one that guessed longest ago is forgotten first. @default 1000 */
  readonly mostAddresses?: number
}

interface Guesser {
  readonly wrongs: number
  /** When its next guess is looked at. */
  readonly nextAt: number
}

/** Somebody who mistypes is not slowed down. */
const freeGuesses = 4
const firstDelayMs = 1_000
const longestDelayMs = 60_000

/** Wrong guesses of all addresses together: above so many, of which one a second is forgiven, nobody has a free guess. */
const crowd = 30
const fullestCrowd = 2 * crowd
/**
 * What an address nobody knows waits in a crowd. It is let through then, whatever the crowd does: a wall with the right
 * key is not kept out by others' guesses.
 */
const newcomerDelayMs = 3_000

/** A limit that nobody has guessed under yet. */
export function createGuessLimit({ now, mostAddresses = 1_000 }: GuessLimitOptions): GuessLimit {
  /** In the order of the last guess. */
  const guessers = new Map<string, Guesser>()
  let crowdSize = 0
  let crowdAt = now()

  const isCrowded = (): boolean => {
    crowdSize = Math.max(0, crowdSize - (now() - crowdAt) / 1000)
    crowdAt = now()
    return crowdSize >= crowd
  }
  const remember = (address: string, guesser: Guesser): void => {
    guessers.delete(address)
    guessers.set(address, guesser)
    const [oldest] = guessers.keys()
    if (guessers.size > mostAddresses && oldest !== undefined) guessers.delete(oldest)
  }

  return {
    waitMs(address) {
      const known = guessers.get(address)
      if (known !== undefined) return Math.max(0, known.nextAt - now())
      if (!isCrowded()) return 0
      remember(address, { wrongs: 0, nextAt: now() + newcomerDelayMs })
      return newcomerDelayMs
    },
    wrong(address) {
      const wrongs = (guessers.get(address)?.wrongs ?? 0) + 1
      const slowed = isCrowded() ? wrongs : wrongs - freeGuesses
      crowdSize = Math.min(fullestCrowd, crowdSize + 1)
      const delayMs = slowed <= 0 ? 0 : Math.min(longestDelayMs, firstDelayMs * 2 ** (slowed - 1))
      remember(address, { wrongs, nextAt: now() + delayMs })
    },
    right(address) {
      guessers.delete(address)
    },
  }
}
