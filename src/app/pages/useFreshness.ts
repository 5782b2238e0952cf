import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { createSiteTime } from '../components/siteTime.ts'
import { ageOf } from '../components/staleness.ts'
import type { Age, AsOfView } from '../components/staleness.ts'
import { useCentre } from '../stores/centre.ts'

/** How old what the wall shows is. */
export interface Freshness {
  readonly age: ComputedRef<Age>
  /** The moment that the times of tiles and lists tell of, epoch ms of site time: it stands still once the wall is not live. */
  readonly shownNow: ComputedRef<number>
  /** `null` while the wall is live, and before it was for the first time. */
  readonly asOf: ComputedRef<AsOfView | null>
}

/** Reads the connection of the wall. */
export function useFreshness(): Freshness {
  const wall = useCentre()
  const isLive = computed(() => wall.connection.isLive)
  const site = computed(() => createSiteTime(wall.settings?.timeZone ?? 'UTC'))
  const asOfText = computed(() =>
    isLive.value || wall.liveUntil === undefined ? '' : site.value.moment(wall.liveUntil, wall.now),
  )
  return {
    age: computed(() => {
      const hasFailed = wall.connection.setback !== undefined
      return ageOf({ isLive: isLive.value, hasFailed }, wall.liveUntil, wall.now)
    }),
    shownNow: computed(() => (isLive.value ? wall.now : (wall.liveUntil ?? wall.now))),
    asOf: computed(() =>
      asOfText.value === '' ? null : { at: wall.liveUntil ?? 0, text: asOfText.value },
    ),
  }
}
