import type { Call } from './call.ts'
import type { CallRecord, RecordedSession, RecordedStep, StepSource } from './callRecord.ts'
import { isWithheld } from './party.ts'
import type { Roles } from './roles.ts'
import { currentLeg } from './session.ts'
import type { Session } from './session.ts'
import type { SessionState } from './sessionState.ts'

/** How every session that is still known came to be as it is, so that its call can be told again. */
export interface Journal {
  /** The session changed from `former` (undefined: new) at `at`, epoch ms. */
  note(former: Session | undefined, session: Session, how: StepSource, at: number): void
  recordOf(call: Call, roles: Roles): CallRecord
}

/**
 * A step, and the one before it: a list of its own for each session would take more than its few steps, and so would
 * fields that only some steps have.
 */
interface ToldStep {
  readonly at: number
  readonly how: StepSource
  readonly turn: number
  /** What the step did not change is `undefined`. */
  readonly state: SessionState | undefined
  readonly caller: string | undefined
  readonly callee: string | undefined
  readonly previous: ToldStep | undefined
}

/** What was told of one session. */
export interface Story {
  latest: ToldStep | undefined
}

/** Further turns of one moment are not told apart. */
const lastTurn = 999

/** @param storyOf the story of a session by its id, as long as the session is known; without a step at first */
export function createJournal(storyOf: (sessionId: string) => Story): Journal {
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
      .flatMap(({ id }, session) => stepsUpTo(storyOf(id).latest, session))
      .sort((one, other) => one.at - other.at || (one.turn ?? 0) - (other.turn ?? 0))

  return {
    note(former, session, how, at) {
      const story = storyOf(session.id)
      const previous = story.latest
      // A clock that was set back must not turn a story round.
      const heardAt = Math.max(at, previous?.at ?? at)
      const turn = turnAt(heardAt)
      const leg = currentLeg(session)
      const before = former && currentLeg(former)
      story.latest = {
        at: heardAt,
        how,
        turn,
        state: changed(former?.state, session.state),
        caller: changed(before?.caller, leg.caller),
        callee: changed(before?.callee, leg.callee),
        previous,
      }
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
  }
}

function changed<Fact>(former: Fact | undefined, fact: Fact): Fact | undefined {
  return former === fact ? undefined : fact
}

/** The steps of the session at `session` of its call, oldest first. */
function stepsUpTo(latest: ToldStep | undefined, session: number): readonly RecordedStep[] {
  const steps: RecordedStep[] = []
  for (let told = latest; told !== undefined; told = told.previous) {
    const { at, how, turn, state, caller, callee } = told
    steps.push({
      ...{ session, at, how },
      ...(turn === 0 ? undefined : { turn }),
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
