import * as v from 'valibot'
import { callRecordSchema } from '../../../src/contract/callBodies.ts'
import { agentStates } from '../../../src/domain/agentState.ts'
import type { AgentStatus } from '../../../src/domain/agentState.ts'
import type { Call } from '../../../src/domain/call.ts'
import type { Centre } from '../../../src/domain/centre.ts'
import type { Leg } from '../../../src/domain/leg.ts'
import type { Session } from '../../../src/domain/session.ts'
import { isFinal, sessionStates } from '../../../src/domain/sessionState.ts'
import type { Visit } from '../../../src/domain/visit.ts'

const outcomes = ['waiting', 'answered', 'abandoned', 'shortAbandoned', 'flowedOut', 'lost']
const longestText = 200

/** What cannot be true of a centre at `now`, in words; nothing for a legal one. */
export function centreFaults(centre: Centre, scopes: readonly string[], now: number): string[] {
  const calls = [...centre.calls()]
  return [
    ...scopes.flatMap((scope) => scopeFaults(centre, scope)),
    ...centre.volume('all', 60).flatMap((row) => numberFaults('interval', row)),
    ...calls.flatMap((call) => callFaults(centre, call, now)),
    ...centre
      .teams()
      .flatMap(({ agents }) => agents.flatMap((agent) => agentFaults(centre.agent(agent), now))),
    ...calls.flatMap(({ id }) => centre.visitsOf(id).flatMap((visit) => visitFaults(visit, now))),
    ...centre
      .directory()
      .flatMap(({ extension, name }) => textFaults('directory', [extension, name])),
  ]
}

function scopeFaults(centre: Centre, scope: string): string[] {
  const figures = centre.figures(scope)
  const { offered, answered, abandoned, shortAbandoned, flowedOut, lost } = figures
  // Who waits since yesterday belongs to yesterday.
  const isOfToday = ({ arrivedAt }: Visit): boolean => arrivedAt >= centre.dayStart()
  const waiting = centre.waiting(scope).filter(isOfToday).length
  const sum = answered + abandoned + shortAbandoned + flowedOut + lost + waiting
  const shares = [figures.serviceLevel, figures.abandonRate, figures.occupancy]
  return [
    ...numberFaults(scope, figures),
    ...(sum === offered ? [] : [`${scope}: outcomes ${sum} of ${offered}`]),
    ...shares.flatMap((share) =>
      share === undefined || share <= 1 ? [] : [`${scope}: share ${share}`],
    ),
  ]
}

function numberFaults(place: string, figures: object): string[] {
  return Object.entries(figures).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined || typeof value === 'boolean') return []
    return Number.isFinite(value) && Number(value) >= 0
      ? []
      : [`${place}: ${name} ${JSON.stringify(value)}`]
  })
}

function callFaults(centre: Centre, call: Call, now: number): string[] {
  const record = v.safeParse(callRecordSchema, centre.recordOf(call))
  return [
    ...call.sessions.flatMap((session) => sessionFaults(session, now)),
    ...(record.issues ?? []).map(
      (issue) => `record ${v.getDotPath(issue) ?? ''}: ${issue.message}`,
    ),
  ]
}

function sessionFaults(session: Session, now: number): string[] {
  const { state, endedAt, openedAt, stateSince, legs } = session
  const faults: string[] = []
  const fault = (isFault: boolean, words: string): void => {
    if (isFault) faults.push(`session: ${words}`)
  }
  fault(!sessionStates.includes(state), `state ${state}`)
  fault(isFinal(state) !== (endedAt !== undefined), `${state} ended at ${String(endedAt)}`)
  fault(!(openedAt <= stateSince && stateSince <= now), `${openedAt}, ${stateSince}, ${now}`)
  fault(endedAt !== undefined && endedAt < openedAt, 'ended before it began')
  return [
    ...faults,
    ...legs.flatMap((leg) => legFaults(leg, now)),
    ...textFaults('session', [session.id, session.masterId, session.dialed]),
    ...textFaults('name', [session.callerName, session.calleeName]),
  ]
}

function legFaults(
  { caller, callee, since, endedAt, heldMs, answeredAt }: Leg,
  now: number,
): string[] {
  const times = [since, answeredAt ?? since, endedAt ?? now]
  const isInOrder = times.every((time, place) => time >= (times[place - 1] ?? 0))
  return [
    ...(isInOrder && heldMs >= 0 ? [] : [`leg: ${times.join(', ')}; held ${heldMs}`]),
    ...textFaults('party', [caller, callee]),
  ]
}

function visitFaults(
  { outcome, waitMs, talkMs, handleMs, arrivedAt }: Visit,
  now: number,
): string[] {
  const lengths = [waitMs ?? 0, talkMs ?? 0, handleMs ?? 0, now - arrivedAt]
  const isLegal = outcomes.includes(outcome) && lengths.every((length) => length >= 0)
  return isLegal ? [] : [`visit: ${outcome} ${lengths.join(', ')}`]
}

function agentFaults(status: AgentStatus, now: number): string[] {
  const { id, state, since, reason, other } = status
  return [
    ...(agentStates.includes(state) ? [] : [`agent ${id}: ${state}`]),
    ...(since === undefined || since <= now ? [] : [`agent ${id}: since ${since}`]),
    ...textFaults(`agent ${id}`, [reason, status.name, other?.id ?? '', other?.name ?? '']),
  ]
}

function textFaults(place: string, texts: readonly unknown[]): string[] {
  return texts.flatMap((text) => {
    if (typeof text !== 'string') return [`${place}: a ${typeof text} as a text`]
    return text.length <= longestText ? [] : [`${place}: a text of ${text.length}`]
  })
}
