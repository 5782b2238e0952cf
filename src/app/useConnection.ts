import { watch } from 'vue'
import { useRoute } from 'vue-router'
import type { WallConfig } from '../contract/wallConfig.ts'
import { connectPbx, pbxAddressOf } from './connectPbx.ts'
import { fetchToken } from './fetchToken.ts'
import { useCentre } from './stores/centre.ts'
import { useSite } from './stores/site.ts'

/** Keeps the wall connected to the PBX of the present config, for as long as the calling component lives. */
export function useConnection(): void {
  const site = useSite()
  const centre = useCentre()
  const route = useRoute()

  watch(
    () => [site.config, site.needsSignIn, site.credentials] as const,
    ([config, needsSignIn, credentials], _before, onCleanup) => {
      if (config === undefined || needsSignIn) return
      const address = pbxAddressOf(config.pbx, window.location.hostname)
      const { clock, version } = site
      const connect = connectPbx({
        ...{ config, address, clock, version },
        route: route.path,
        team: teamNameOf(route.path, config),
        credentials: () =>
          credentials === undefined
            ? fetchToken((...request) => fetch(...request))
            : Promise.resolve(credentials),
      })
      onCleanup(centre.start({ config, clock, scriptUrl: address.scriptUrl, connect }))
    },
    { immediate: true },
  )
}

/** The name of the team that a route shows, for the other web clients; of the site when it shows no single one. */
function teamNameOf(path: string, config: WallConfig): string {
  const [, page, id] = path.split('/')
  const team = page === 'team' ? config.teams.find((candidate) => candidate.id === id) : undefined
  return team?.name ?? team?.id ?? config.site.name
}
