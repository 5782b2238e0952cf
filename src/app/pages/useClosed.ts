import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { isOpenAt, nextOpening, weekTimeAt } from '../../contract/openingTimes.ts'
import { createZone } from '../../domain/zone.ts'
import { useTouched } from '../composables/useTouched.ts'
import { useCentre } from '../stores/centre.ts'
import { useSite } from '../stores/site.ts'

/** How long the wall is shown to somebody who comes by outside opening hours. */
const shownMs = 60_000

/** Whether the wall gives way to a dim clock. */
export interface Closed {
  readonly isDimmed: ComputedRef<boolean>
  /** Epoch ms; `undefined` while the site is open, or when it opens on no day. */
  readonly opensAt: ComputedRef<number | undefined>
}

/** Reads the opening hours; a wall whose team `isBusy` is never dimmed, nor one that somebody has just touched. */
export function useClosed(isBusy: () => boolean): Closed {
  const wall = useCentre()
  const site = useSite()
  const isTouched = useTouched(shownMs)
  const hours = computed(() => site.config?.site.openingHours ?? {})
  const zone = computed(() => createZone(wall.settings?.timeZone ?? 'UTC'))
  const isClosed = computed(
    () => wall.now > 0 && !isOpenAt(hours.value, weekTimeAt(zone.value, wall.now)),
  )
  return {
    isDimmed: computed(() => isClosed.value && !isBusy() && !isTouched.value),
    // A week of minutes is looked through: once for each closing, not every second.
    opensAt: computed(() =>
      isClosed.value ? nextOpening(hours.value, zone.value, site.clock.now()) : undefined,
    ),
  }
}
