import type { ActiveEvent, Notice } from '../contract/serverEvents.ts'
import type { ServerEvent } from './serverEvent.ts'
import { clockBody, configBody } from './siteBodies.ts'
import type { Site } from './siteBodies.ts'

/** What a wall is told on connecting. */
export interface KnownNow {
  readonly notices: readonly Notice[]
  readonly active: ActiveEvent | undefined
  /** Of the call records; `undefined` when there are none. */
  readonly revision: number | undefined
}

/** One of each event that is known. */
export function firstEvents(site: Site, known: KnownNow): readonly ServerEvent[] {
  const { notices, active, revision } = known
  return [
    { name: 'version', data: { version: site.version } },
    configEvent(site),
    clockEvent(site),
    { name: 'notices', data: { notices: [...notices] } },
    ...(active === undefined ? [] : [{ name: 'active', data: active } as const]),
    ...(revision === undefined ? [] : [{ name: 'records', data: { revision } } as const]),
  ]
}

export function configEvent(site: Site): ServerEvent {
  return { name: 'config', data: configBody(site) }
}

export function clockEvent({ clock }: Site): ServerEvent {
  return { name: 'clock', data: clockBody(clock) }
}
