import { onScopeDispose, watch } from 'vue'
import { useRoute } from 'vue-router'
import type { WallConfig } from '../contract/wallConfig.ts'
import type { ConnectionEvent } from '../domain/sessionEvent.ts'
import type { Credentials, Unsubscribe } from '../pbx/client.ts'
import type { Admission } from '../pbx/connection.ts'
import { createListeners } from '../pbx/listeners.ts'
import { renewalWindow } from '../pbx/renewalWindow.ts'
import { connectionKey } from './connectionKey.ts'
import { connectPbx, pbxAddressOf } from './connectPbx.ts'
import { fetchToken, TokenError } from './fetchToken.ts'
import { isQuietMoment } from './quietMoment.ts'
import { pageSleepMeter } from './reconcile/sleepMeter.ts'
import { useCentre } from './stores/centre.ts'
import { useServerLink } from './stores/serverLink.ts'
import { useSite } from './stores/site.ts'

interface Running {
  readonly key: string
  readonly credentials: Credentials | undefined
  readonly stop: () => void
}

const nothing = (): void => undefined

/** A token that has less than this to live is not shown again, ms of site time. */
const spareMs = 60_000

/** What a wall's connection tells besides what it puts into the stores. */
export interface ConnectionLife {
  /** ms since the PBX last told anything; `null` if it never did. */
  readonly eventAgeMs: () => number | null
  /** Calls the listener with whatever the PBX tells, before the stores take it in. */
  readonly onHeard: (listener: (event: ConnectionEvent) => void) => Unsubscribe
  /** Gives up a connection that only looks alive, or a wait, and connects at once. */
  readonly retryNow: () => void
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
  let held: { readonly admission: Admission; readonly expiresAt: number } | undefined
  let retryNow = nothing
  /** The connection was not ended by the PBX, so that there is no reason to think ill of its token. */
  let isDoubted = false
  const retryDoubted = (): void => {
    isDoubted = true
    retryNow()
    isDoubted = false
  }
  const hearers = createListeners<ConnectionEvent>()

  const stop = (): void => {
    running?.stop()
    running = undefined
    held = undefined
    retryNow = nothing
  }

  /** A token opens the door as long as it lives, also while nobody can make another. */
  const heldIfAlive = (): Admission | undefined =>
    held !== undefined && held.expiresAt > site.clock.now() + spareMs ? held.admission : undefined

  const fetchAdmission = async (): Promise<Admission> => {
    try {
      const body = await fetchToken((...request) => fetch(...request), link.wallId)
      const lifetimeMs = (site.config?.pbx.tokenLifetimeSeconds ?? 0) * 1000
      const renewal = renewalWindow(body.expiresAt, lifetimeMs, Math.random())
      const credentials = { type: 'token', token: body.token } as const
      held = { admission: { credentials, renewal }, expiresAt: body.expiresAt }
      return held.admission
    } catch (error) {
      if (error instanceof TokenError && error.problem.code === 'keyRequired') site.lock()
      throw error
    }
  }

  const admission = (): Promise<Admission> => {
    if (site.credentials !== undefined) return Promise.resolve({ credentials: site.credentials })
    const known = isDoubted ? heldIfAlive() : undefined
    isDoubted = false
    return known === undefined ? fetchAdmission() : Promise.resolve(known)
  }

  const start = (config: WallConfig): (() => void) => {
    const { clock, version } = site
    const address = pbxAddressOf(config.pbx, window.location.hostname)
    const connect = connectPbx({
      ...{ config, address, clock, version, admission },
      route: route.path,
      team: teamNameOf(route.path, config),
      isQuiet: () => isQuietMoment(centre.present()),
      onHeard(event) {
        if (event.type === 'lost') return
        heardAt = performance.now()
        hearers.emit(event)
      },
      onStart: (retry) => {
        retryNow = retry
      },
    })
    const { scriptUrl } = address
    const sleep = pageSleepMeter()
    return centre.start({ config, clock, scriptUrl, connect, sleep, onWake: retryDoubted })
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
    onHeard: (listener) => hearers.add(listener),
    retryNow: retryDoubted,
  }
}

/** The name of the team that a route shows, for the other web clients; of the site when it shows no single one. */
function teamNameOf(path: string, config: WallConfig): string {
  const [, page, id] = path.split('/')
  const team = page === 'team' ? config.teams.find((candidate) => candidate.id === id) : undefined
  return team?.name ?? team?.id ?? config.site.name
}
