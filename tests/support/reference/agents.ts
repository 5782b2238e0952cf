import type { AgentSettings, CentreSettings } from '../../../src/domain/settings.ts'
import type { People } from './people.ts'
import { answeredAt, spent } from './sessions.ts'
import type { Leg, Moment, Session } from './sessions.ts'
import { isHolding, isTalking } from './words.ts'

/** An agent's part of one session, from his first leg in it to his last. */
export interface Part {
  readonly session: Session
  readonly legs: readonly Leg[]
  readonly begin: Moment
  readonly end: Moment | undefined
  /** When he first talked with somebody, epoch ms. */
  readonly talkedAt: number | undefined
  /** Whether he talked with somebody outside. */
  readonly hadCustomer: boolean
  readonly isLost: boolean
}

/** What an agent did, in the order in which it began. */
export function partsOf(
  agent: AgentSettings,
  sessions: readonly Session[],
  people: People,
): readonly Part[] {
  return sessions
    .map((session) => partOf(agent, session, people))
    .filter((part) => part !== undefined)
    .sort((one, other) => one.begin.order - other.begin.order)
}

function partOf(agent: AgentSettings, session: Session, people: People): Part | undefined {
  const isHis = (id: string): boolean => agent.extensions.includes(id)
  const legs = session.legs.filter(({ caller, callee }) => isHis(caller) || isHis(callee))
  const [first] = legs
  const last = legs[legs.length - 1]
  if (first === undefined || last === undefined) return undefined
  const talks = legs.filter((leg) => {
    const other = isHis(leg.callee) ? leg.caller : leg.callee
    const isSomebody = !people.isQueue(other) && !people.isService(other)
    return isSomebody && answeredAt(leg) !== undefined
  })
  return {
    session,
    legs: talks,
    begin: first.from,
    end: last.to,
    talkedAt: talks[0] && answeredAt(talks[0]),
    hadCustomer: talks.some(({ caller, callee }) =>
      [caller, callee].some((id) => people.isOutside(id)),
    ),
    isLost: session.isLost && last === session.legs[session.legs.length - 1],
  }
}

/** From the end of `part` to the end of the work after it, epoch ms; `undefined` when there is none. */
export function wrapUpOf(
  part: Part,
  parts: readonly Part[],
  settings: CentreSettings,
): { from: number; to: number } | undefined {
  const { end } = part
  if (end === undefined || !part.hadCustomer || part.isLost) return undefined
  const others = parts.filter((other) => other !== part)
  const isBusy = others.some(
    (other) => other.begin.order < end.order && (other.end?.order ?? Infinity) > end.order,
  )
  if (isBusy || settings.wrapUpMs === 0) return undefined
  const next = others.filter(({ begin }) => begin.order > end.order).map(({ begin }) => begin.at)
  return { from: end.at, to: Math.min(end.at + settings.wrapUpMs, ...next) }
}

export const talkMs = ({ legs }: Part, now: number): number =>
  legs.reduce((total, leg) => total + spent(leg, isTalking, now), 0)

export const holdMs = ({ legs }: Part, now: number): number =>
  legs.reduce((total, leg) => total + spent(leg, isHolding, now), 0)
