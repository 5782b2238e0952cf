import { onScopeDispose, watch } from 'vue'
import { useCentre } from '../stores/centre.ts'
import { useServerLink } from '../stores/serverLink.ts'
import type { Troubles } from './troubles.ts'

/** Finds out which content rule stopped the PBX's script, for as long as the calling component lives. */
export function useBlockedScript(violations: Troubles['violations']): void {
  const centre = useCentre()
  const link = useServerLink()
  const look = (): void => {
    link.blockedBy = violations.blockedScript(centre.connection.scriptUrl) ?? ''
  }
  watch(() => centre.connection, look, { immediate: true })
  // A browser may tell of the rule after the script has failed.
  document.addEventListener('securitypolicyviolation', look)
  onScopeDispose(() => document.removeEventListener('securitypolicyviolation', look))
}
