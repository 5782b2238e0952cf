import { alertKinds } from '../components/alertView.ts'
import type { AlertView } from '../components/alertView.ts'
import type { AlertCondition } from './alertConditions.ts'

/** A condition from its beginning until it has been over for the hysteresis. Instants in ms of a steady clock. */
export interface AlertEpisode {
  /** As it was when it was last true. */
  readonly condition: AlertCondition
  /** Since when it is no longer true; `undefined` while it is. */
  readonly overSince: number | undefined
  /** When it was last put on the wall; `undefined` before the first time. */
  readonly shownAt: number | undefined
}

/** The alerts of one wall. */
export interface AlertBook {
  /** By key, the most urgent first. */
  readonly episodes: ReadonlyMap<string, AlertEpisode>
  /** The key of the one that is shown. */
  readonly shown: string | undefined
  /** How many readings so far began an episode: one sound each. */
  readonly soundCount: number
}

export interface AlertTimes {
  /** For how long a condition has to be over before its episode ends, ms. */
  readonly hysteresisMs: number
  /** For how long a sentence is shown at least, ms. */
  readonly shortestMs: number
}

/** Long enough to look up and read a sentence twice. */
export const shortestAlertMs = 8_000

export const noAlerts: AlertBook = { episodes: new Map(), shown: undefined, soundCount: 0 }

/**
 * The alerts after a reading at `now`. A condition that comes back within the hysteresis goes on with its episode. The
 * sentence that is shown has its time; then whoever has waited longest for a turn is next, the most urgent of those first.
 */
export function readAlerts(
  before: AlertBook,
  conditions: readonly AlertCondition[],
  now: number,
  { hysteresisMs, shortestMs }: AlertTimes,
): AlertBook {
  const shownAt = shownEpisode(before)?.shownAt ?? -Infinity
  const mustStay = now - shownAt < shortestMs
  const isKept = (key: string, { overSince }: AlertEpisode): boolean =>
    overSince === undefined || now - overSince < hysteresisMs || (key === before.shown && mustStay)

  const found = new Map(conditions.map((condition) => [keyOf(condition), condition]))
  const kept: [string, AlertEpisode][] = []
  for (const [key, episode] of before.episodes) {
    const after = found.has(key) ? episode : { ...episode, overSince: episode.overSince ?? now }
    if (isKept(key, after)) kept.push([key, after])
  }
  const goingOn = new Map(kept)
  for (const [key, condition] of found) {
    goingOn.set(key, { condition, overSince: undefined, shownAt: goingOn.get(key)?.shownAt })
  }
  const episodes = new Map(
    [...goingOn].sort(([, one], [, other]) => urgencyOf(one) - urgencyOf(other)),
  )
  const hasBegun = goingOn.size > kept.length
  return {
    ...showNext(episodes, before.shown, mustStay, now),
    soundCount: before.soundCount + (hasBegun ? 1 : 0),
  }
}

/** What the wall shows of its alerts; `undefined` when all is well. */
export function alertOf(book: AlertBook): AlertView | undefined {
  const episode = shownEpisode(book)
  if (episode === undefined) return undefined
  const { kind, subject, limit } = episode.condition
  const isTrue = ([key, { overSince }]: [string, AlertEpisode]): boolean =>
    overSince === undefined && key !== book.shown
  const moreCount = [...book.episodes].filter(isTrue).length
  return { kind, subject, limit, isOver: episode.overSince !== undefined, moreCount }
}

/** A sentence that has begun to be shown goes on if it must, or if no other waits for its turn. */
function showNext(
  episodes: ReadonlyMap<string, AlertEpisode>,
  shown: string | undefined,
  mustStay: boolean,
  now: number,
): Pick<AlertBook, 'episodes' | 'shown'> {
  const hasBegun = shown !== undefined && episodes.get(shown)?.shownAt !== undefined
  const present = hasBegun ? shown : undefined
  const next = hasBegun && mustStay ? undefined : nextTurn(episodes, present)
  if (next === undefined) return { episodes, shown: present }
  const [key, episode] = next
  return { episodes: new Map(episodes).set(key, { ...episode, shownAt: now }), shown: key }
}

/** Of what is still true, the one that was shown longest ago; the more urgent of two that never were. */
function nextTurn(
  episodes: ReadonlyMap<string, AlertEpisode>,
  present: string | undefined,
): readonly [string, AlertEpisode] | undefined {
  const turnOf = ({ shownAt = -Infinity }: AlertEpisode): number => shownAt
  return [...episodes]
    .filter(([key, { overSince }]) => key !== present && overSince === undefined)
    .reduce<readonly [string, AlertEpisode] | undefined>(
      (first, entry) =>
        first === undefined || turnOf(entry[1]) < turnOf(first[1]) ? entry : first,
      undefined,
    )
}

function shownEpisode({ episodes, shown }: AlertBook): AlertEpisode | undefined {
  return shown === undefined ? undefined : episodes.get(shown)
}

function keyOf({ kind, scope }: AlertCondition): string {
  return `${kind} ${scope}`
}

function urgencyOf({ condition }: AlertEpisode): number {
  return alertKinds.indexOf(condition.kind)
}
