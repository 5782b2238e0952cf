import { holdMs, talkMs } from './leg.ts'
import type { Stay } from './stays.ts'
import type { Visit } from './visit.ts'
import type { WrapUp } from './wrapUp.ts'

/** The wrap-ups that followed a session. */
export type WrapUpsOf = (sessionId: string) => readonly WrapUp[]

/** The part of a visit that tells of its service. */
export type Service = Pick<Visit, 'isInService' | 'talkMs' | 'handleMs'>

/** Of a visit that nobody has served yet. */
export const noService: Service = {
  isInService: false,
  talkMs: undefined,
  handleMs: undefined,
}

/** What persons did for a stay that was answered, as of `now`, epoch ms. */
export function serviceOf(stay: Stay, wrapUpsOf: WrapUpsOf, now: number): Service {
  const answered = stay.service.filter(({ leg }) => leg.answeredAt !== undefined)
  const isInService = answered.some(({ leg }) => leg.endedAt === undefined)
  const isOver = stay.service.every(({ leg }) => leg.endedAt !== undefined)
  const isSeen = answered.every(({ leg, session }) => leg.isAnswerSeen && session.isEndSeen)
  if (!isOver || !isSeen) return { ...noService, isInService }
  const talk = answered.reduce((sum, { leg }) => sum + talkMs(leg, now), 0)
  const held = answered.reduce((sum, { leg }) => sum + holdMs(leg, now), 0)
  const sessions = new Set(answered.map(({ session }) => session.id))
  const callees = new Set(answered.map(({ leg }) => leg.callee))
  const wrapUps = [...sessions]
    .flatMap((id) => wrapUpsOf(id))
    .filter(({ extension }) => callees.has(extension))
  const wrapUp = wrapUps.reduce((sum, { since, until }) => sum + until - since, 0)
  const hasWrappedUp = wrapUps.every(({ until }) => until <= now)
  return { isInService, talkMs: talk, handleMs: hasWrappedUp ? talk + held + wrapUp : undefined }
}
