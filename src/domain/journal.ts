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

/** What was told of one session. */
interface Story {
  latest: ToldStep
}

/** Further turns of one moment are not told apart. */
const lastTurn = 999

export function createJournal(): Journal {
  const stories = new Map<string, Story>()
  let latestAt = -Infinity
  let latestTurn = 0

  /** The turn of another thing told at `at`; what is told late comes before what was told in its time. */
  const turnAt = (at: number): number => {
    if (at < latestAt) return 0
    latestTurn = at === latestAt ? Math.min(latestTurn + 1, lastTurn) : 0
    latestAt = at
    return latestTurn
  }

  const stepsOf = (call: Call): readonly RecordedStep[] =>
    call.sessions
      .flatMap(({ id }, session) => stepsUpTo(stories.get(id)?.latest, session))
      .sort((one, other) => one.at - other.at || (one.turn ?? 0) - (other.turn ?? 0))

  return {
    note(former, session, how, at) {
      const story = stories.get(session.id)
      const previous = story?.latest
      // A clock that was set back must not turn a story round.
      const heardAt = Math.max(at, previous?.at ?? at)
      const told: Draft<ToldStep> = { at: heardAt, how, previous }
      const turn = turnAt(heardAt)
      if (turn > 0) told.turn = turn
      tellChanges(told, former, session)
      if (story === undefined) stories.set(session.id, { latest: told })
      else story.latest = told
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
      for (const { id } of sessions) stories.delete(id)
    },
  }
}

function tellChanges(told: Draft<ToldStep>, former: Session | undefined, session: Session): void {
  const leg = currentLeg(session)
  const before = former && currentLeg(former)
  if (former?.state !== session.state) told.state = session.state
  if (before?.caller !== leg.caller) told.caller = leg.caller
  if (before?.callee !== leg.callee) told.callee = leg.callee
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
