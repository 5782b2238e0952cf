/** A place on the screen, px or parts of the room, from the edge where a line begins and from the top. */
export interface Place {
  readonly x: number
  readonly y: number
}

const minuteMs = 60_000

/** A ring of places, each a step away from the one before. */
const ring: readonly Place[] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 1 },
  { x: 2, y: 2 },
  { x: 1, y: 2 },
  { x: 0, y: 2 },
  { x: 0, y: 1 },
]

const home: Place = { x: 0, y: 0 }

/** How far the whole picture is pushed at `now`, ms of any clock: 0 to 2 px each way, another place every minute. */
export function shiftAt(now: number): Place {
  return ring[Math.floor(now / minuteMs) % ring.length] ?? home
}

/** Where the clock of a closed site stands at `now`, ms of any clock: 0..1 of the room that is left around it. */
export function clockPlaceAt(now: number): Place {
  const { x, y } = shiftAt(now)
  return { x: 0.15 + x * 0.35, y: 0.15 + y * 0.35 }
}

/** ms until the next minute of `now`, when the picture moves. */
export function untilNextMinute(now: number): number {
  return minuteMs - (now % minuteMs)
}
