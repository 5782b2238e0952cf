import { onScopeDispose, watch } from 'vue'
import { useRoute } from 'vue-router'
import type { WallConfig } from '../contract/wallConfig.ts'
import type { Credentials } from '../pbx/client.ts'
import type { Admission } from '../pbx/connection.ts'
import { renewalWindow } from '../pbx/renewalWindow.ts'
import { connectionKey } from './connectionKey.ts'
import { connectPbx, pbxAddressOf } from './connectPbx.ts'
import { fetchToken, TokenError } from './fetchToken.ts'
import { isQuietMoment } from './quietMoment.ts'
import { useCentre } from './stores/centre.ts'
import { useServerLink } from './stores/serverLink.ts'
import { useSite } from './stores/site.ts'

interface Running {
  readonly key: string
  readonly credentials: Credentials | undefined
  readonly stop: () => void
}

/** What a wall's connection tells besides what it puts into the stores. */
export interface ConnectionLife {
  /** ms since the PBX last told anything; `null` if it never did. */
  readonly eventAgeMs: () => number | null
}

/**
 * Keeps the wall connected to the PBX of the present config, for as long as the calling component lives. A config that
 * names the same PBX changes the wall and leaves the connection alone.
 */
export function useConnection(): ConnectionLife {
  const site = useSite()
  const centre = useCentre()
  const link = useServerLink()
  const route = useRoute()
  let running: Running | undefined
  let heardAt: number | undefined

  const stop = (): void => {
    running?.stop()
    running = undefined
  }

  const admission = async (): Promise<Admission> => {
    if (site.credentials !== undefined) return { credentials: site.credentials }
    try {
      const body = await fetchToken((...request) => fetch(...request), link.wallId)
      const lifetimeMs = (site.config?.pbx.tokenLifetimeSeconds ?? 0) * 1000
      const renewal = renewalWindow(body.expiresAt, lifetimeMs, Math.random())
      return { credentials: { type: 'token', token: body.token }, renewal }
    } catch (error) {
      if (error instanceof TokenError && error.problem.code === 'keyRequired') site.lock()
      throw error
    }
  }

  const start = (config: WallConfig): (() => void) => {
    const { clock, version } = site
    const address = pbxAddressOf(config.pbx, window.location.hostname)
    const connect = connectPbx({
      ...{ config, address, clock, version, admission },
      route: route.path,
      team: teamNameOf(route.path, config),
      isQuiet: () => isQuietMoment(centre.present()),
      onHeard: () => {
        heardAt = performance.now()
      },
    })
    return centre.start({ config, clock, scriptUrl: address.scriptUrl, connect })
  }

  watch(
    () => [site.config, site.status === 'ready' && !site.needsSignIn, site.credentials] as const,
    ([config, mayConnect, credentials]) => {
      if (config === undefined || !mayConnect) {
        stop()
        return
      }
      const key = connectionKey(config)
      if (running?.key === key && running.credentials === credentials) {
        centre.reconfigure(config)
        return
      }
      stop()
      running = { key, credentials, stop: start(config) }
    },
    { immediate: true },
  )
  onScopeDispose(stop)

  return {
    eventAgeMs: () => (heardAt === undefined ? null : performance.now() - heardAt),
  }
}

/** The name of the team that a route shows, for the other web clients; of the site when it shows no single one. */
function teamNameOf(path: string, config: WallConfig): string {
  const [, page, id] = path.split('/')
  const team = page === 'team' ? config.teams.find((candidate) => candidate.id === id) : undefined
  return team?.name ?? team?.id ?? config.site.name
}
