import { onScopeDispose, watch } from 'vue'
import { systemTimers } from '../../pbx/timers.ts'
import { useCentre } from '../stores/centre.ts'
import { useServerLink } from '../stores/serverLink.ts'
import { useSite } from '../stores/site.ts'
import type { ConnectionLife } from '../useConnection.ts'
import { buryGhosts } from './buryGhosts.ts'
import { sessionsOf } from './sessionsOf.ts'
import { superviseConnection } from './superviseConnection.ts'

/**
 * Watches the wall's connection to the PBX for as long as the calling component lives: by the lists of the wall's server,
 * by the network, by sessions that never end. It may begin while the connection is live.
 */
export function useSupervision({
  retryNow,
  onHeard,
}: Pick<ConnectionLife, 'retryNow' | 'onHeard'>): void {
  const site = useSite()
  const centre = useCentre()
  const link = useServerLink()

  const sessions = (): ReturnType<typeof sessionsOf> => sessionsOf(centre.present())
  const supervision = superviseConnection({
    timers: systemTimers,
    steadyNow: () => performance.now(),
    listEveryMs: () => (site.config?.pbx.pollSeconds ?? 5) * 1000,
    sessions,
    onDoubt: (since) => centre.doubt('silent', since),
    onRetry: retryNow,
    onGone: (gone) => centre.tell({ type: 'gone', at: site.clock.now(), sessions: gone }),
    onHole: (since) => centre.tell({ type: 'missed', at: site.clock.now(), since }),
  })
  const ghosts = buryGhosts({
    timers: systemTimers,
    now: () => site.clock.now(),
    sessions,
    onGone: (gone) => centre.tell({ type: 'gone', at: site.clock.now(), sessions: gone }),
  })

  watch(
    () => centre.connection.isLive,
    (isLive) => {
      supervision.live(isLive)
      if (isLive) ghosts.look()
    },
    { flush: 'sync', immediate: true },
  )
  watch(
    () => link.active,
    (list) => {
      supervision.listed(list)
      centre.certainUntil = supervision.certainUntil()
    },
    { flush: 'sync' },
  )

  const stopHearing = onHeard((event) => {
    if (event.type !== 'opened' && event.type !== 'changed' && event.type !== 'closed') return
    supervision.heard(event)
    centre.certainUntil = supervision.certainUntil()
  })

  const onNetwork = (): void => {
    centre.doubt('silent')
    retryNow()
  }
  const onResume = (): void => {
    centre.doubt('slept')
    retryNow()
  }
  window.addEventListener('online', onNetwork)
  window.addEventListener('offline', onNetwork)
  document.addEventListener('resume', onResume)

  onScopeDispose(() => {
    stopHearing()
    window.removeEventListener('online', onNetwork)
    window.removeEventListener('offline', onNetwork)
    document.removeEventListener('resume', onResume)
    supervision.stop()
    ghosts.stop()
  })
}
