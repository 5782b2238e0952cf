import type { Call } from './call.ts'
import type { CallRecord, RecordedSession, RecordedStep, StepSource } from './callRecord.ts'
import type { Draft } from './draft.ts'
import { isWithheld } from './party.ts'
import type { Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'

/** How every session that is still known came to be as it is, so that its call can be told again. */
export interface Journal {
  /** The session changed from `former` (undefined: new) at `at`, epoch ms. */
  note(former: Session | undefined, session: Session, how: StepSource, at: number): void
  recordOf(call: Call, roles: Roles): CallRecord
  forget(call: Call): void
}

/** A step, and the one before it: a list of its own for each session would take more than its few steps. */
interface ToldStep extends Omit<RecordedStep, 'session'> {
  readonly previous: ToldStep | undefined
}

/** Further turns of one moment are not told apart. */
const lastTurn = 999

export function createJournal(): Journal {
  /** The latest of what was told of each session. */
  const latestOf = new Map<string, ToldStep>()
  let latest = { at: -Infinity, turn: 0 }

  /** The turn of another thing told at `at`; what is told late comes before what was told in its time. */
  const turnAt = (at: number): number => {
    if (at < latest.at) return 0
    latest = { at, turn: at === latest.at ? Math.min(latest.turn + 1, lastTurn) : 0 }
    return latest.turn
  }

  const stepsOf = (call: Call): readonly RecordedStep[] =>
    call.sessions
      .flatMap(({ id }, session) => stepsUpTo(latestOf.get(id), session))
      .sort((one, other) => one.at - other.at || (one.turn ?? 0) - (other.turn ?? 0))

  return {
    note(former, session, how, at) {
      const leg = currentLeg(session)
      const before = former && currentLeg(former)
      const previous = latestOf.get(session.id)
      // A clock that was set back must not turn a story round.
      const heardAt = Math.max(at, previous?.at ?? at)
      const turn = turnAt(heardAt)
      const told: Draft<ToldStep> = { at: heardAt, how, previous }
      if (turn > 0) told.turn = turn
      if (former?.state !== session.state) told.state = session.state
      if (before?.caller !== leg.caller) told.caller = leg.caller
      if (before?.callee !== leg.callee) told.callee = leg.callee
      latestOf.set(session.id, told)
    },
    recordOf(call, roles) {
      const [first] = call.sessions
      return {
        id: first.id,
        startedAt: first.openedAt,
        isFromStart: !first.isFromSnapshot,
        isOver: call.sessions.every(({ endedAt, isLost }) => endedAt !== undefined && !isLost),
        sessions: call.sessions.map(recordedSession),
        steps: stepsOf(call),
        outside: outsideOf(call, roles),
      }
    },
    forget({ sessions }) {
      for (const { id } of sessions) latestOf.delete(id)
    },
  }
}

/** The steps of the session at `session` of its call, oldest first. */
function stepsUpTo(latest: ToldStep | undefined, session: number): readonly RecordedStep[] {
  const steps: RecordedStep[] = []
  for (let told = latest; told !== undefined; told = told.previous) {
    const { at, how, turn, state, caller, callee } = told
    steps.push({
      ...{ session, at, how },
      ...(turn === undefined ? undefined : { turn }),
      ...(state === undefined ? undefined : { state }),
      ...(caller === undefined ? undefined : { caller }),
      ...(callee === undefined ? undefined : { callee }),
    })
  }
  return steps.reverse()
}

function recordedSession(session: Session): RecordedSession {
  const { id, masterId, dialed, direction, openedAt, isFromSnapshot, isStartKnown } = session
  return {
    ...{ id, masterId, dialed },
    ...(direction === undefined ? undefined : { direction }),
    ...(isFromSnapshot && isStartKnown ? { startedAt: openedAt } : undefined),
  }
}

function outsideOf(call: Call, roles: Roles): readonly string[] {
  const parties = new Set(
    call.sessions.flatMap(({ legs, dialed }) => [
      ...legs.flatMap(({ caller, callee }) => [caller, callee]),
      dialed,
    ]),
  )
  return [...parties].filter((id) => !isWithheld(id) && roles.of(id) === 'outside')
}
