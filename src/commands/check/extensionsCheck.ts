import type { Config } from '../../contract/config.ts'
import { partyId } from '../../domain/party.ts'
import type { Finding } from './finding.ts'
import { bad, good, warning } from './finding.ts'

const what = 'extensions'
const mostListed = 20

/** Extensions of the config that the PBX does not have. `known`: all that the PBX lists. */
export function checkExtensions(config: Config, known: ReadonlySet<string>): readonly Finding[] {
  if (known.size === 0) {
    return [warning(what, 'The PBX lists no extensions. Its user may not be allowed to see them.')]
  }
  const missing = (extensions: readonly string[]): readonly string[] => [
    ...new Set(extensions.filter((extension) => !known.has(partyId(extension)))),
  ]
  const { teams, pbx } = config
  const queues = missing(teams.flatMap((team) => team.queues))
  const agents = missing(
    teams.flatMap((team) => team.agents.flatMap(({ extensions }) => extensions)),
  )
  const named = new Set([...queues, ...agents])
  const seats = missing(teams.flatMap(({ extensions }) => extensions)).filter(
    (extension) => !named.has(extension),
  )
  const services = missing(pbx.services)
  const findings = [
    ...finding(bad, queues, 'queues', 'Without them no waiting call is counted'),
    ...finding(bad, agents, 'agents', 'Their tiles will never show a call'),
    ...finding(warning, seats, 'extensions of teams', 'Their tiles will never show a call'),
    ...finding(
      warning,
      services,
      'services',
      'That may be right for numbers that are dialled only',
    ),
  ]
  if (findings.length > 0) return findings
  return [good(what, `The PBX has all extensions of the config; it lists ${known.size}.`)]
}

function finding(
  level: (what: string, text: string) => Finding,
  extensions: readonly string[],
  kind: string,
  result: string,
): readonly Finding[] {
  if (extensions.length === 0) return []
  const rest = extensions.length - mostListed
  const list = extensions.slice(0, mostListed).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
  const mend = 'Correct them in the config, or make them in the PBX.'
  return [level(what, `The PBX does not have these ${kind}: ${list}. ${result}. ${mend}`)]
}
