import { playParallel, playRolling } from './playGroup.ts'
import { agentOtherThan, queueOtherThan, service } from './people.ts'
import type { Pen } from './pen.ts'
import type { Ending, Ring, Story, Talk, Wait } from './story.ts'

/** Writes the story down as it would be told. `customer`: the number outside, if it has one. */
export function playStory(pen: Pen, story: Story, customer: string): void {
  switch (story.type) {
    case 'queued':
      playQueued(pen, story, customer)
      break
    case 'agentQueued':
      enter(pen, story.agent, story.wait, undefined)
      break
    case 'direct':
      playRing(pen, pen.open(customer, story.extension), story.ring, 'callee')
      break
    case 'group':
      if (story.shape === 'parallel') playParallel(pen, story, customer)
      else playRolling(pen, story, customer)
      break
    case 'internal': {
      const to = agentOtherThan(story.to, [story.from])
      playRing(pen, pen.open(story.from, to), story.ring, 'callee')
      break
    }
    case 'outbound':
      playRing(pen, pen.open(story.extension, customer), story.ring, 'caller')
      break
    case 'presence': {
      const id = pen.open(story.extension, story.code)
      pen.to(id, 'InCall')
      pen.pass(2)
      pen.to(id, 'CalleeHungUp')
    }
  }
}

type Side = 'caller' | 'callee'

function playQueued(pen: Pen, story: Story & { type: 'queued' }, customer: string): void {
  if (story.menuSeconds === undefined) {
    enter(pen, customer, story.wait, undefined)
    return
  }
  const menu = pen.open(customer, service)
  pen.to(menu, 'Ringing', 'InCall')
  pen.pass(story.menuSeconds)
  pen.to(menu, 'TransferRequested', 'Transferring')
  enter(pen, customer, story.wait, menu)
}

/** The caller reaches a queue; `from` is a session that hands him over and is then complete. */
function enter(pen: Pen, caller: string, wait: Wait, from: string | undefined): void {
  const more = from === undefined ? {} : { masterId: pen.facts(from).masterId }
  const id = pen.open(caller, wait.queue, { ...more, state: from ? 'TransferSetup' : 'Setup' })
  if (from !== undefined) pen.to(from, 'TransferCompleted')
  pen.to(id, 'Ringing', 'InCall')
  playWait(pen, id, wait)
}

function offer(pen: Pen, waiting: string, agent: string): string {
  const { caller, masterId } = pen.facts(waiting)
  const callee = agentOtherThan(agent, [caller])
  pen.to(waiting, 'TransferRequested', 'Transferring')
  const id = pen.open(caller, callee, { masterId, state: 'TransferSetup' })
  pen.to(id, 'Ringing')
  return id
}

function playWait(pen: Pen, id: string, { offers, after, outcome }: Wait): void {
  for (const one of offers) {
    pen.pass(one.after)
    const ringing = offer(pen, id, one.agent)
    pen.pass(one.ringSeconds)
    pen.to(ringing, one.state)
    pen.to(id, 'TransferFailed', 'InCall')
  }
  pen.pass(after)
  switch (outcome.type) {
    case 'answered': {
      const ringing = offer(pen, id, outcome.agent)
      if (outcome.isEarly) pen.to(id, 'TransferCompleted')
      pen.pass(outcome.ringSeconds)
      pen.to(ringing, 'InCall')
      if (!outcome.isEarly) pen.to(id, 'TransferCompleted')
      playTalk(pen, ringing, outcome.talk, 'callee')
      break
    }
    case 'gaveUp':
      playGivingUp(pen, id, outcome)
      break
    case 'thrownOut':
      pen.to(id, outcome.state)
      break
    case 'overflow':
      playOverflow(pen, id, outcome)
      break
    case 'toService':
      sendToService(pen, id, pen.facts(id).caller, outcome.seconds)
      break
    case 'open':
  }
}

function playGivingUp(
  pen: Pen,
  id: string,
  { ringing, ringSeconds, state }: Extract<Wait['outcome'], { type: 'gaveUp' }>,
): void {
  const phone = ringing === undefined ? undefined : offer(pen, id, ringing)
  if (phone !== undefined) pen.pass(ringSeconds)
  pen.to(id, state)
  if (phone !== undefined) pen.to(phone, 'Cancelled')
}

function playOverflow(
  pen: Pen,
  id: string,
  { shape, wait: wanted }: Extract<Wait['outcome'], { type: 'overflow' }>,
): void {
  const { caller, callee, masterId } = pen.facts(id)
  const wait = { ...wanted, queue: queueOtherThan(wanted.queue, callee) }
  if (shape === 'TransferCompleted') {
    pen.to(id, 'TransferRequested', 'Transferring')
    enter(pen, caller, wait, id)
    return
  }
  pen.to(id, shape)
  const next = pen.open(caller, wait.queue, { masterId, state: 'TransferSetup' })
  pen.to(next, 'Ringing', 'InCall')
  playWait(pen, next, wait)
}

function sendToService(pen: Pen, from: string, caller: string, seconds: number): void {
  pen.to(from, 'TransferRequested', 'Transferring')
  const { masterId } = pen.facts(from)
  const id = pen.open(caller, service, { masterId, state: 'TransferSetup' })
  pen.to(from, 'TransferCompleted')
  pen.to(id, 'Ringing', 'InCall')
  pen.pass(seconds)
  pen.to(id, 'CallerHungUp')
}

/** @param agentSide whose side of the session is one of us, and transfers */
function playRing(
  pen: Pen,
  id: string,
  { setupSeconds, ringSeconds, result }: Ring,
  agentSide: Side,
): void {
  pen.pass(setupSeconds)
  if (result.type === 'unrung') {
    pen.to(id, result.state)
    return
  }
  pen.to(id, 'Ringing')
  pen.pass(ringSeconds)
  switch (result.type) {
    case 'answered':
      pen.to(id, 'InCall')
      playTalk(pen, id, result.talk, agentSide)
      break
    case 'over':
      pen.to(id, result.state)
      break
    case 'forwarded': {
      const { caller, callee, masterId } = pen.facts(id)
      const target = agentOtherThan(result.target, [caller, callee])
      pen.to(id, 'Redirected')
      const next = pen.open(caller, target, { masterId, state: 'TransferSetup' })
      playRing(pen, next, result.ring, 'callee')
      break
    }
    case 'open':
  }
}

export function playTalk(
  pen: Pen,
  id: string,
  { stints, heldAs, ending }: Talk,
  agentSide: Side,
): void {
  for (const { talk, hold } of stints) {
    pen.pass(talk)
    if (hold === 0) continue
    pen.to(id, heldAs)
    pen.pass(hold)
    pen.to(id, 'InCall')
  }
  playEnding(pen, id, ending, agentSide)
}

function playEnding(pen: Pen, id: string, ending: Ending, agentSide: Side): void {
  const { caller, callee, masterId } = pen.facts(id)
  const customer = agentSide === 'callee' ? caller : callee
  switch (ending.type) {
    case 'over':
      pen.to(id, ending.state)
      break
    case 'blind': {
      pen.to(id, 'TransferRequested', 'Transferring')
      const target = agentOtherThan(ending.target, [caller, callee])
      const next = pen.open(customer, target, { masterId, state: 'TransferSetup' })
      pen.to(id, 'TransferCompleted')
      playRing(pen, next, ending.ring, 'callee')
      break
    }
    case 'toQueue':
      pen.to(id, 'TransferRequested', 'Transferring')
      enter(pen, customer, ending.wait, id)
      break
    case 'toService':
      sendToService(pen, id, customer, ending.seconds)
      break
    case 'attended':
      playAttended(pen, id, ending, agentSide)
      break
    case 'moved':
      if (agentSide === 'caller') {
        pen.to(id, 'CallerHungUp')
        break
      }
      pen.redirect(id, agentOtherThan(ending.target, [caller, callee]))
      playTalk(pen, id, ending.talk, 'callee')
      break
    case 'open':
  }
}

function playAttended(
  pen: Pen,
  id: string,
  ending: Ending & { type: 'attended' },
  agentSide: Side,
): void {
  const { caller, callee } = pen.facts(id)
  const [agent, customer] = agentSide === 'callee' ? [callee, caller] : [caller, callee]
  pen.to(id, agentSide === 'callee' ? 'CallerOnHold' : 'CalleeOnHold')
  const target = agentOtherThan(ending.target, [caller, callee])
  const consultation = pen.open(agent, target)
  pen.to(consultation, 'Ringing')
  pen.pass(ending.ringSeconds)
  if (ending.result === 'NotAnswered' || ending.result === 'Busy') {
    pen.to(consultation, ending.result)
    pen.to(id, 'InCall')
    playTalk(pen, id, ending.talk, agentSide)
    return
  }
  pen.to(consultation, 'InCall')
  pen.pass(ending.talkSeconds)
  if (ending.result === 'declined') {
    pen.to(consultation, 'CalleeHungUp')
    pen.to(id, 'InCall')
    playTalk(pen, id, ending.talk, agentSide)
    return
  }
  pen.to(id, 'TransferRequested', 'Transferring')
  const { masterId } = pen.facts(consultation)
  const next = pen.open(customer, target, { masterId, state: 'TransferSetup' })
  pen.to(next, 'InCall')
  pen.to(id, 'TransferCompleted')
  pen.to(consultation, 'TransferCompleted')
  playTalk(pen, next, ending.talk, 'callee')
}
