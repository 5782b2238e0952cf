/** The words of a line. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** Seconds of `35`, `35.5`, `09:30` or `24:00:15`; NaN for anything else. */
export function secondsOf(clock: string): number {
  const [first = NaN, minutes, seconds = 0] = clock.split(':').map(Number)
  return minutes === undefined ? first : first * 3600 + minutes * 60 + seconds
}

/** The thing that a story names. Throws when there is none. */
export function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`a story speaks of what nobody knows: ${name}`)
  return thing
}
