import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { LinkView } from '../components/views.ts'
import { useCentre } from '../stores/centre.ts'

/** Links to the walls of all teams, for pages that have nothing else to show. */
export function useTeamLinks(): ComputedRef<readonly LinkView[]> {
  const wall = useCentre()
  return computed(() => wall.teams.map(({ id, name }) => ({ to: `/team/${id}`, text: name })))
}
