import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { FigureView } from '../components/views.ts'
import { holdLevels, worseLevel } from './levels.ts'
import type { HeldLevels } from './levels.ts'

const keyOf = ({ scope, name }: FigureView): string => `${scope} ${name}`

/** The levels of the figures of the one wall that this page shows, held so that none of them flickers. */
export const useHeldLevels = defineStore('heldLevels', () => {
  const held = shallowRef<HeldLevels>(new Map())
  let wall = ''

  return {
    /** Takes the figures of a wall as read at `now`, epoch ms; another wall begins anew. */
    read(
      wallScope: string,
      figures: readonly FigureView[],
      now: number,
      hysteresisMs: number,
    ): void {
      const before: HeldLevels = wall === wallScope ? held.value : new Map()
      wall = wallScope
      // Nobody waiting is good news at once: a nought in the colour of an alarm would be a riddle.
      const shown = figures.filter(({ value }) => value !== undefined && value !== 0)
      const raw = new Map(shown.map((figure) => [keyOf(figure), figure.level]))
      held.value = holdLevels(before, raw, now, hysteresisMs)
    },
    /** Forgets the wall that was left. */
    drop(): void {
      wall = ''
      held.value = new Map()
    },
    /** The figure with the level to show; never a better one than its value deserves. */
    withLevel(figure: FigureView): FigureView {
      const level = worseLevel(held.value.get(keyOf(figure))?.level ?? 'ok', figure.level)
      return level === figure.level ? figure : { ...figure, level }
    },
  }
})
