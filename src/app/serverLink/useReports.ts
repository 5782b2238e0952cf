import { watch } from 'vue'
import { useRoute } from 'vue-router'
import type { WallReport } from '../../contract/wallReport.ts'
import { systemTimers } from '../../pbx/timers.ts'
import { useCentre } from '../stores/centre.ts'
import { useServerLink } from '../stores/serverLink.ts'
import { useSite } from '../stores/site.ts'
import { postJson } from './postJson.ts'
import { startReports } from './reports.ts'
import type { Troubles } from './troubles.ts'

const mostSessions = 2_000
const longestRoute = 300

/**
 * Tells the wall's server how this wall is, for as long as the calling component lives and there is a server.
 * @param eventAgeMs ms since the PBX last told anything, `null` if it never did
 */
export function useReports(
  { errors, violations }: Pick<Troubles, 'errors' | 'violations'>,
  eventAgeMs: () => number | null,
): void {
  const site = useSite()
  const centre = useCentre()
  const link = useServerLink()
  const route = useRoute()

  const liveSessions = (): string[] => {
    const calls = [...(centre.present()?.calls() ?? [])]
    const sessions = calls.flatMap((call) => call.sessions)
    return sessions.flatMap(({ id, endedAt }) => (endedAt === undefined ? [id] : []))
  }
  const read = (): Omit<WallReport, 'errors' | 'violations'> => ({
    wall: link.wallId,
    version: site.version,
    // Never the fragment, which may hold a token.
    route: route.path.slice(0, longestRoute),
    connection: centre.connection.state,
    isLive: centre.connection.isLive,
    sessions: liveSessions().slice(0, mostSessions),
    lastEventAgeMs: eventAgeMs(),
  })

  watch(
    () => site.hasServer && site.status === 'ready',
    (isServed, _before, onCleanup) => {
      if (!isServed) return
      const stop = startReports({
        timers: systemTimers,
        read,
        takeTroubles: () => ({ errors: [...errors.take()], violations: [...violations.take()] }),
        async send(report) {
          const { status } = await postJson(
            (...request) => fetch(...request),
            '/api/report',
            report,
          )
          if (status === 401) site.readNow()
          return status < 400
        },
      })
      onCleanup(stop)
    },
    { immediate: true },
  )
}
