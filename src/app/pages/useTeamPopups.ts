import type { ComputedRef } from 'vue'
import { computed, shallowReactive } from 'vue'
import type { TeamSettings } from '../../domain/settings.ts'
import type { PopupView } from '../components/views.ts'
import { useCentre } from '../stores/centre.ts'
import { popupsOf } from '../stores/teamPopups.ts'
import { membersOf } from '../stores/teamScope.ts'

/** The notices of a wall's new calls. */
export interface TeamPopups {
  /** Newest first. */
  readonly popups: ComputedRef<readonly PopupView[]>
  /** Remembers the dismissal for as long as the Call may still be shown. */
  readonly dismiss: (callId: string) => void
}

/** Reads the new calls of `teams`; none while the wall is stale. */
export function useTeamPopups(teams: () => readonly TeamSettings[]): TeamPopups {
  const wall = useCentre()
  const dismissed = shallowReactive(new Set<string>())
  const members = computed(() => membersOf(teams()))
  return {
    popups: computed(() => {
      const centre = wall.publication?.centre
      if (centre === undefined || !wall.connection.isLive) return []
      return popupsOf(centre, members.value, dismissed, wall.now)
    }),
    dismiss(callId) {
      const centre = wall.publication?.centre
      for (const id of dismissed) if (centre?.call(id) === undefined) dismissed.delete(id)
      dismissed.add(callId)
    },
  }
}
