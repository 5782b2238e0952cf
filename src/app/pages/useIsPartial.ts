import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useCentre } from '../stores/centre.ts'

/** Whether the wall was not connected for part of the day. */
export function useIsPartial(): ComputedRef<boolean> {
  const wall = useCentre()
  return computed(() => {
    const centre = wall.reading?.centre
    return centre !== undefined && !centre.isCovered(centre.dayStart(), wall.now)
  })
}
