import type { Draft } from './draft.ts'
import { holdMs, talkMs } from './leg.ts'
import type { Stay, Stop } from './stays.ts'
import type { Visit } from './visit.ts'
import type { WrapUp } from './wrapUp.ts'

/** The wrap-ups that followed a session. */
export type WrapUpsOf = (sessionId: string) => readonly WrapUp[]

/** Adds to a visit what persons did for its stay, as of `now`, epoch ms. */
export function addService(
  visit: Draft<Visit>,
  { service }: Stay,
  wrapUpsOf: WrapUpsOf,
  now: number,
): void {
  let isOver = true
  let isSeen = true
  let talk = 0
  let held = 0
  for (const { leg, session } of service) {
    isOver &&= leg.endedAt !== undefined
    if (leg.answeredAt === undefined) continue
    if (leg.endedAt === undefined) visit.isInService = true
    isSeen &&= leg.isAnswerSeen && session.isEndSeen
    talk += talkMs(leg, now)
    held += holdMs(leg, now)
  }
  if (!isOver || !isSeen) return
  const wrapUps = wrapUpsAfter(service, wrapUpsOf)
  visit.talkMs = talk
  if (wrapUps.some(({ until }) => until > now)) return
  visit.handleMs = wrapUps.reduce((sum, { since, until }) => sum + until - since, talk + held)
}

/** The wrap-ups of those who talked. */
function wrapUpsAfter(service: readonly Stop[], wrapUpsOf: WrapUpsOf): readonly WrapUp[] {
  const found: WrapUp[] = []
  for (const { leg, session } of service) {
    if (leg.answeredAt === undefined) continue
    for (const wrapUp of wrapUpsOf(session.id)) {
      if (!found.includes(wrapUp)) found.push(wrapUp)
    }
  }
  const hasAnswered = (extension: string): boolean =>
    service.some(({ leg }) => leg.answeredAt !== undefined && leg.callee === extension)
  return found.filter(({ extension }) => hasAnswered(extension))
}
