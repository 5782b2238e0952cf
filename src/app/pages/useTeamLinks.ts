import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { LinkView } from '../components/views.ts'
import { useCentre } from '../stores/centre.ts'
import { useWallPath } from './useWallPath.ts'

/** Links to the walls of all teams, for pages that have nothing else to show. */
export function useTeamLinks(): ComputedRef<readonly LinkView[]> {
  const wall = useCentre()
  const wallPath = useWallPath()
  return computed(() =>
    wall.teams.map(({ id, name }) => ({ to: wallPath(`/team/${id}`), text: name })),
  )
}
