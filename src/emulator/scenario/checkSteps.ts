import { isFinal, type SessionState } from '../../domain/sessionState.ts'
import { canMove } from '../transitions.ts'
import type { InputProblem } from '../../contract/inputProblem.ts'
import type { OpenStep, SessionStep, Step } from './steps.ts'

/** What no schema sees: steps that go back in time, sessions that are not there, moves that no session makes. */
export function checkSteps(steps: readonly Step[]): readonly InputProblem[] {
  const problems: InputProblem[] = []
  const states = new Map<string, SessionState | 'over'>()
  let latest = 0

  for (const [index, step] of steps.entries()) {
    const add = (key: string, found: string, expected: string): void => {
      problems.push({ path: `steps[${index}].${key}`, code: 'other', found, expected })
    }
    if (step.at !== undefined && step.at < latest) {
      add('at', 'a time before that of the step above', 'steps in the order of time')
    }
    latest = Math.max(latest, step.at ?? latest)
    if ('open' in step) checkOpen(step, states, add)
    else if ('session' in step) checkSession(step, states, add)
    else if ('close' in step) {
      checkIsThere('close', step.close, states, add)
      states.set(step.close, 'over')
    }
  }
  return problems
}

type Add = (key: string, found: string, expected: string) => void
type States = Map<string, SessionState | 'over'>

function checkOpen(step: OpenStep, states: States, add: Add): void {
  if (states.has(step.open)) add('open', `a second session “${step.open}”`, 'a name of its own')
  const { master, state = [] } = step
  if (typeof master === 'string' && !states.has(master)) {
    add('master', `“${master}”`, 'the name of a session that was opened before, or null')
  }
  const [first = master === undefined || master === null ? 'Setup' : 'TransferSetup', ...rest] =
    state
  states.set(step.open, isFinal(first) ? 'over' : first)
  walk(step.open, rest, false, states, add)
}

function checkSession(step: SessionStep, states: States, add: Add): void {
  if (!checkIsThere('session', step.session, states, add)) return
  walk(step.session, step.state ?? [], step.force, states, add)
}

function checkIsThere(key: string, name: string, states: States, add: Add): boolean {
  const state = states.get(name)
  if (state === undefined) add(key, `“${name}”`, 'the name of a session that was opened before')
  if (state === 'over') add(key, `“${name}”, which is over`, 'a session that is still there')
  return state !== undefined && state !== 'over'
}

function walk(
  name: string,
  path: readonly SessionState[],
  isForced: boolean,
  states: States,
  add: Add,
): void {
  for (const next of path) {
    const now = states.get(name)
    if (isForced) {
      states.set(name, next)
      continue
    }
    if (now === undefined || now === 'over' || !canMove(now, next)) {
      const expected = 'a state that may follow, or "force": true for a PBX that does so'
      add('state', `${next} after ${now === 'over' ? 'the end' : (now ?? 'nothing')}`, expected)
      return
    }
    states.set(name, isFinal(next) ? 'over' : next)
  }
}
