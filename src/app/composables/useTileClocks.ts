import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { createPublisher } from '../publisher.ts'

/** So many clocks go on in one frame: more of them would hold up the calls on a slow machine. */
const together = 60
/** The others follow in frames of their own, as fast as they cost little. */
const aside = { share: 0.15, longestPauseMs: 500, creditMs: 0 }

/** Clocks that go on in the same frame. */
interface ClockGroup {
  readonly shown: ShallowRef<number>
  /** The same function for as long as the group lives, so that a second changes no tile but its clock. */
  readonly tell: () => number
}

/**
 * Tells for each tile, by its id, the moment that its clock shows. The clocks of sixty tiles follow `now` at once. Where there
 * are more, the others follow sixty by sixty, and skip seconds on a slow machine.
 * @param now a reactive reading, epoch ms
 */
export function useTileClocks(now: () => number): (id: string) => () => number {
  const groups: ClockGroup[] = []
  const places = new Map<string, number>()
  let turn = 0

  const publisher = createPublisher(
    document,
    () => {
      turn = (turn + 1) % groups.length
      const group = groups[turn]
      if (group !== undefined) group.shown.value = now()
      if (groups.some(({ shown }) => shown.value !== now())) publisher.ask()
    },
    aside,
  )
  watch(now, (at) => {
    const [first, ...others] = groups
    if (first !== undefined) first.shown.value = at
    if (others.length > 0) publisher.ask()
  })
  onScopeDispose(() => publisher.stop())

  return (id) => {
    const place = places.get(id) ?? places.size
    places.set(id, place)
    const index = Math.floor(place / together)
    if (index === groups.length) {
      const shown = shallowRef(now())
      groups.push({ shown, tell: () => shown.value })
    }
    return groups[index]?.tell ?? now
  }
}
