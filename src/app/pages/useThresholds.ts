import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { WallConfig } from '../../contract/wallConfig.ts'
import type { TeamSettings } from '../../domain/settings.ts'
import type { Thresholds } from '../stores/figureViews.ts'
import { useSite } from '../stores/site.ts'

/** The limits that the config sets for a team's figures. */
export function thresholdsOf(
  config: WallConfig | undefined,
  team: TeamSettings | undefined,
): Thresholds {
  return config?.teams.find(({ id }) => id === team?.id)?.thresholds ?? {}
}

/** The limits of a wall's own figures. They are a team's own, so a wall of several has none. */
export function useThresholds(teams: () => readonly TeamSettings[]): ComputedRef<Thresholds> {
  const site = useSite()
  return computed(() => (teams().length === 1 ? thresholdsOf(site.config, teams()[0]) : {}))
}

/** The service level that the site wants to reach, 0..1. */
export function useTarget(): ComputedRef<number> {
  const site = useSite()
  return computed(() => site.config?.serviceLevel.target ?? 0)
}
