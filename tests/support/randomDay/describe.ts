import type { ConnectionEvent } from '../../../src/domain/sessionEvent.ts'
import type { CentreSettings } from '../../../src/domain/settings.ts'

/** A day in words, one line for each event, for whoever reads a counterexample. `midnight`: epoch ms. */
export function describeDay(
  settings: CentreSettings,
  events: readonly ConnectionEvent[],
  midnight: number,
): string {
  const { teams, wrapUpMs, serviceLevel, dayStartsAtMinutes, presence } = settings
  const names = teams.map(({ id, queues, agents }) => {
    const extensions = agents.map((agent) => agent.extensions.join('+'))
    return `${id} [${queues.join(' ')}] ${extensions.join(' ')}`
  })
  return [
    '',
    ...names,
    JSON.stringify({ wrapUpMs, ...serviceLevel, dayStartsAtMinutes, notSeen: presence.notSeen }),
    ...events.map((event) => `${(event.at - midnight) / 1000} ${describeEvent(event)}`),
    '',
  ].join('\n')
}

function describeEvent(event: ConnectionEvent): string {
  if (event.type === 'snapshot') return `snapshot ${event.sessions.map(({ id }) => id).join(' ')}`
  if (!('session' in event)) return event.type
  const { id, masterId, caller, callee, state } = event.session
  return `${event.type} ${id}<${masterId} ${caller}>${callee} ${String(state)}`
}
