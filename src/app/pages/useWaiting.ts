import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { WaitingView } from '../components/views.ts'
import { useCentre } from '../stores/centre.ts'
import { waitingOf } from '../stores/teamVisits.ts'

/** Reads who waits in the queues of `scope`. */
export function useWaiting(scope: () => string): ComputedRef<readonly WaitingView[]> {
  const wall = useCentre()
  return computed(() => {
    const centre = wall.reading?.centre
    return centre === undefined ? [] : waitingOf(centre, scope(), wall.nameOfScope)
  })
}
