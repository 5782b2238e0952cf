import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { createPublisher } from '../publisher.ts'

/** So many clocks go on in one frame: more of them would hold up the calls on a slow machine. */
const together = 60
/** Where no frame is drawn for a call, the others follow in frames of their own, as fast as they cost little. */
const aside = { share: 0.05, longestPauseMs: 1000, creditMs: 0 }

/** Clocks that go on in the same frame. */
interface ClockGroup {
  readonly shown: ShallowRef<number>
  /** The same function for as long as the group lives, so that a second changes no tile but its clock. */
  readonly tell: () => number
}

export interface TileClocksOptions {
  /** A reactive reading, epoch ms. */
  readonly now: () => number
  /** A reactive reading that changes whenever a frame is drawn for something else. */
  readonly drawn: () => unknown
}

/**
 * Tells for each tile, by its id, the moment that its clock shows. The clocks of sixty tiles follow `now` at once. Where there
 * are more, the others follow sixty by sixty, in frames that are drawn anyway where there are any, and skip seconds on a
 * slow machine.
 */
export function useTileClocks({ now, drawn }: TileClocksOptions): (id: string) => () => number {
  const groups: ClockGroup[] = []
  const places = new Map<string, number>()
  let turn = 0

  const isBehind = ({ shown }: ClockGroup): boolean => shown.value !== now()
  /** Lets the next group that is behind go on, and asks for the others. */
  const goOn = (): void => {
    for (let tried = 0; tried < groups.length; tried++) {
      turn = (turn + 1) % groups.length
      const group = groups[turn]
      if (group === undefined || !isBehind(group)) continue
      group.shown.value = now()
      break
    }
    if (groups.some(isBehind)) publisher.ask()
  }
  const publisher = createPublisher(document, goOn, aside)
  watch(now, (at) => {
    const [first, ...others] = groups
    if (first !== undefined) first.shown.value = at
    if (others.length > 0) publisher.ask()
  })
  watch(drawn, goOn)
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
