import type { CallRecord, RecordedSession, RecordedStep } from '../../../domain/callRecord.ts'
import type { Roles } from '../../../domain/roles.ts'
import { impliesAnswer } from '../../../domain/sessionState.ts'
import type { ChainLink } from './chainLink.ts'
import { outsideOf } from './listedParties.ts'

/**
 * What a history alone knows of a call: that its sessions were, and how they ended, not when they were answered.
 * @param masterId the call that it continues, if that is stored already
 */
export function foundRecord(
  links: readonly [ChainLink, ...ChainLink[]],
  masterId: string | undefined,
  roles: Roles,
): CallRecord {
  const [first] = links
  const master = masterId ?? first.row.id
  return {
    id: first.row.id,
    startedAt: first.row.startedAt,
    isFromStart: false,
    isOver: true,
    sessions: links.map((link) => sessionOf(link, master)),
    steps: stepsOf(links),
    outside: outsideOf(
      links.flatMap(({ row, parties }) => [parties.caller, parties.callee, row.dialed]),
      roles,
    ),
  }
}

function sessionOf({ row }: ChainLink, masterId: string): RecordedSession {
  const { id, dialed, direction, startedAt } = row
  return { id, masterId, dialed, startedAt, ...(direction === undefined ? {} : { direction }) }
}

/**
 * A phone that rang in vain is silent when the next one rings; whoever hands over has done so when the other one has
 * answered; all other ends are told last.
 */
function stepsOf(links: readonly ChainLink[]): readonly RecordedStep[] {
  const steps: RecordedStep[] = []
  const tell = (session: number, at: number, more: Partial<RecordedStep>): void => {
    steps.push({ session, at, how: 'found', ...more })
  }
  const ended = new Set<number>()
  const end = (session: number, at: number): void => {
    const link = links[session]
    if (link === undefined || ended.has(session)) return
    ended.add(session)
    tell(session, at, { state: link.row.state })
  }
  links.forEach(({ row, parties }, place) => {
    tell(place, row.startedAt, { state: 'Setup', ...parties })
    links.slice(0, place).forEach((link, earlier) => {
      if (!impliesAnswer(link.row.state)) end(earlier, row.startedAt)
    })
    if (impliesAnswer(row.state)) tell(place, row.startedAt, { state: 'InCall' })
    links.slice(0, place).forEach((link, earlier) => {
      if (link.endedAt !== undefined && link.endedAt <= row.startedAt) end(earlier, row.startedAt)
    })
  })
  const lastAt = steps[steps.length - 1]?.at ?? 0
  links.forEach((_, place) => end(place, lastAt))
  return steps
}
