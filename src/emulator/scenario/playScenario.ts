import { createStage, type Stage } from '../stories/stage.ts'
import type { Exchange, Traffic } from '../types.ts'
import type { Scenario } from './parseScenario.ts'
import { playStory } from './playStory.ts'
import type { OpenStep, SessionStep, Step } from './steps.ts'

/** Plays the steps at their times after the moment in which it is started. */
export function scenarioTraffic(scenario: Scenario): Traffic {
  return (exchange) => {
    const stage = createStage(exchange)
    const startedAt = exchange.clock.now()
    const ids = new Map<string, string>()
    let latest = 0
    for (const step of scenario.steps) {
      latest = step.at ?? latest
      stage.at(startedAt + latest, () => playStep(stage, ids, step))
    }
    return () => stage.stop()
  }
}

/** `ids`: what the exchange calls the sessions that the scenario names. */
function playStep(stage: Stage, ids: Map<string, string>, step: Step): void {
  const { exchange } = stage
  if ('story' in step) playStory(stage, step)
  else if ('open' in step) ids.set(step.open, open(exchange, ids, step))
  else if ('session' in step) change(exchange, ids.get(step.session) ?? '', step)
  else if ('close' in step) exchange.drop(ids.get(step.close) ?? '')
}

function open(exchange: Exchange, ids: ReadonlyMap<string, string>, step: OpenStep): string {
  const { master } = step
  const isFollowUp = typeof master === 'string'
  const [first = isFollowUp ? 'TransferSetup' : 'Setup', ...rest] = step.state ?? []
  const { sessionId } = exchange.open({
    caller: step.from,
    callee: step.to,
    callerDisplayName: step.name ?? '',
    dialedNumber: step.dialed ?? step.to,
    state: first,
    ...(master !== undefined && { masterSessionId: isFollowUp ? (ids.get(master) ?? '') : '' }),
  })
  for (const state of rest) exchange.move(sessionId, state)
  return sessionId
}

function change(exchange: Exchange, sessionId: string, step: SessionStep): void {
  if (step.callee !== undefined) exchange.redirect(sessionId, step.callee)
  for (const state of step.state ?? []) {
    if (step.force) exchange.force(sessionId, state)
    else exchange.move(sessionId, state)
  }
}
