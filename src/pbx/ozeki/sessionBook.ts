import type { SessionEvent, SessionFacts } from '../../domain/sessionEvent.ts'
import { isFinal } from '../../domain/sessionState.ts'

type Told = Omit<SessionEvent, 'at'>

/** What one connection was told of sessions, so that whatever is told twice is heard once. */
export interface SessionBook {
  /**
   * Notes a report and returns what is new in it, `undefined` for nothing.
   * @param isSaid whether the state was said in a change, so that no stale property may overrule it
   */
  report(type: SessionEvent['type'], facts: SessionFacts, isSaid: boolean): Told | undefined
  /** Notes a session that a list of live sessions holds; one that is over stays over. */
  adopt(facts: SessionFacts): void
  /** The sessions that are alive, oldest report first. */
  alive(): readonly SessionFacts[]
  find(id: string): SessionFacts | undefined
}

interface LiveEntry {
  readonly facts: SessionFacts
  readonly isSaid: boolean
}

interface OverEntry {
  readonly facts: SessionFacts
  readonly isClosed: boolean
}

/** As many as can still be spoken of by a report that comes late. */
const rememberedEnds = 2_000

function forgetOldest(ids: Set<string> | Map<string, unknown>): void {
  if (ids.size <= rememberedEnds) return
  for (const oldest of ids.keys()) {
    ids.delete(oldest)
    return
  }
}

/** An empty book, for one connection. */
export function createSessionBook(): SessionBook {
  const live = new Map<string, LiveEntry>()
  /** Those of which an end or a close may still be told. */
  const over = new Map<string, OverEntry>()
  /** Those of which nothing may be told any more. */
  const done = new Set<string>()

  const end = (facts: SessionFacts, isClosed: boolean): void => {
    live.delete(facts.id)
    if (isClosed && isOver(facts)) {
      over.delete(facts.id)
      done.add(facts.id)
      forgetOldest(done)
    } else {
      over.set(facts.id, { facts, isClosed })
      forgetOldest(over)
    }
  }

  const reportOver = (
    type: SessionEvent['type'],
    facts: SessionFacts,
    entry: OverEntry,
  ): Told | undefined => {
    const isFirstClose = type === 'closed' && !entry.isClosed
    const tellsTheEnd = !isOver(entry.facts) && isOver(facts)
    if (!isFirstClose && !tellsTheEnd) return undefined
    const session = { ...merge(entry.facts, facts), state: endOf(entry.facts, facts) }
    end(session, entry.isClosed || isFirstClose)
    return { type: isFirstClose ? 'closed' : 'changed', session }
  }

  return {
    report(type, facts, isSaid) {
      if (done.has(facts.id)) return undefined
      const ended = over.get(facts.id)
      if (ended !== undefined) return reportOver(type, facts, ended)
      const before = live.get(facts.id)
      const after = before === undefined ? facts : merge(before.facts, facts)
      if (type === 'closed' || isOver(after)) end(after, type === 'closed')
      else live.set(facts.id, { facts: after, isSaid: isSaid || before?.isSaid === true })
      if (type === 'closed') return { type, session: after }
      if (before === undefined) return { type: 'opened', session: after }
      if (isSame(before.facts, after)) return undefined
      return { type: 'changed', session: { ...after, state: facts.state } }
    },
    adopt(facts) {
      if (done.has(facts.id) || over.has(facts.id) || isOver(facts)) return
      const before = live.get(facts.id)
      const state = before?.isSaid === true ? before.facts.state : facts.state
      const after = before === undefined ? facts : merge(before.facts, { ...facts, state })
      live.set(facts.id, { facts: after, isSaid: before?.isSaid === true })
    },
    alive: () => [...live.values()].map(({ facts }) => facts),
    find: (id) => live.get(id)?.facts,
  }
}

function isOver({ state }: SessionFacts): boolean {
  return state !== undefined && isFinal(state)
}

/** A final state is never left, but `Ended` may learn which side it was. */
function endOf(before: SessionFacts, now: SessionFacts): SessionFacts['state'] {
  const mayLearn = !isOver(before) || before.state === 'Ended'
  return mayLearn && isOver(now) ? now.state : before.state
}

/** What is told now, and where nothing is told what was told before: a session that ends may lose its properties. */
function merge(before: SessionFacts, now: SessionFacts): SessionFacts {
  return {
    id: before.id,
    masterId: now.masterId || before.masterId,
    state: now.state ?? before.state,
    caller: now.caller || before.caller,
    callee: now.callee || before.callee,
    callerName: now.callerName || before.callerName,
    calleeName: now.calleeName || before.calleeName,
    dialed: now.dialed || before.dialed,
    direction: now.direction ?? before.direction,
    startedAt: now.startedAt ?? before.startedAt,
  }
}

function isSame(one: SessionFacts, other: SessionFacts): boolean {
  return (Object.keys(one) as (keyof SessionFacts)[]).every((key) => one[key] === other[key])
}
