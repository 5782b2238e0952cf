import type { Config } from '../contract/config.ts'
import { settingsOf } from '../contract/siteOf.ts'
import { createRoles } from '../domain/roles.ts'
import { maskNumber, privacyOf } from '../contract/mask.ts'
import type { ActiveEvent } from '../contract/serverEvents.ts'
import type { ActiveCall } from '../pbx/ozeki/http/listActiveCalls.ts'

/**
 * The calls that the PBX lists at `at`, as walls may be told of them: whoever is neither in the config nor among the
 * PBX's `extensions` is masked by the config.
 */
export function activeEvent(
  config: Config,
  extensions: ReadonlySet<string>,
  calls: readonly ActiveCall[],
  at: number,
): ActiveEvent {
  const roles = createRoles(settingsOf(config))
  roles.learnDirectory(extensions)
  const { mask } = privacyOf(config.privacy, {})
  const shown = (party: string): string =>
    roles.of(party) === 'outside' ? maskNumber(party, mask) : party
  return {
    at,
    calls: calls.map(({ id, source, destination, state, startedAt }) => ({
      id,
      source: shown(source),
      destination: shown(destination),
      state,
      startedAt,
    })),
  }
}
