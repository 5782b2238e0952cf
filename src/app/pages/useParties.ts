import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { privacyOf } from '../../contract/mask.ts'
import type { Privacy } from '../../contract/mask.ts'
import type { AgentStatus, Party } from '../../domain/agentState.ts'
import { messages } from '../locales/messages.ts'
import type { Preferences } from '../preferences.ts'
import { labelOf, shortLabelOf } from '../stores/partyLabel.ts'
import { useSite } from '../stores/site.ts'

/** How this wall may write the people in a call. */
export interface Parties {
  /** The rule by which they are written. */
  readonly privacy: ComputedRef<Privacy>
  readonly label: (party: Party) => string
  /** Where room is short. */
  readonly shortLabel: (party: Party) => string
  /** Whom an agent is in a call with; empty for nobody. */
  readonly otherLabel: (agent: AgentStatus) => string
}

/** The mask of the config and of the address, the stricter of the two; everything is hidden while there is no config. */
export function useParties(preferences: () => Preferences): Parties {
  const site = useSite()
  const privacy = computed(() =>
    site.config === undefined
      ? ({ mask: 'all', showsNames: false } as const)
      : privacyOf(site.config.privacy, preferences()),
  )
  const label = (party: Party): string => labelOf(party, privacy.value, messages.withheld)
  const shortLabel = (party: Party): string => shortLabelOf(party, privacy.value, messages.withheld)
  return {
    privacy,
    label,
    shortLabel,
    otherLabel: ({ other }) => (other ? shortLabel(other) : ''),
  }
}
