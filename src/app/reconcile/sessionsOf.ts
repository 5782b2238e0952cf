import type { Centre } from '../../domain/centre.ts'
import type { Session } from '../../domain/session.ts'

/** All sessions that a centre still knows, those that are over too. */
export function sessionsOf(centre: Pick<Centre, 'calls'> | undefined): readonly Session[] {
  return centre === undefined ? [] : [...centre.calls()].flatMap((call) => call.sessions)
}
