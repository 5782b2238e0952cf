import { nextTick, onScopeDispose, watch } from 'vue'
import { loadLater } from './later.ts'
import { useCentre } from './stores/centre.ts'
import { useOpening } from './stores/opening.ts'
import { useSite } from './stores/site.ts'

/** Whoever has waited so long for a tile is told why there is none, ms. */
const patienceMs = 2_000

/** Ends the opening of the page, for as long as the calling component lives. */
export function useOpeningEnd(): void {
  const site = useSite()
  const centre = useCentre()
  const opening = useOpening()

  const end = (): void => {
    opening.end()
    void loadLater().then(async () => {
      await nextTick()
      opening.isWhole = true
    })
  }
  let afterPaint: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  const patience = setTimeout(end, patienceMs)

  watch(
    () => {
      const { isLive, setback } = centre.connection
      const mayConnect = site.status === 'loading' || site.status === 'ready'
      return isLive || setback !== undefined || !mayConnect || site.needsSignIn
    },
    (isDecided) => {
      if (!isDecided) return
      frame = requestAnimationFrame(() => {
        afterPaint = setTimeout(end, 0)
      })
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => {
    clearTimeout(patience)
    cancelAnimationFrame(frame)
    clearTimeout(afterPaint)
  })
}
