import type { SessionState } from '../../src/domain/sessionState.ts'
import { playPresenceCode } from '../../src/emulator/stories/presence.ts'
import { createStage } from '../../src/emulator/stories/stage.ts'
import type { WallStage } from '../support/wallStage.ts'

/** Makes an agent show a state that lasts; at the end of the story two agents have not been seen at all. */
export async function showEveryState(stage: WallStage): Promise<void> {
  const { clock, exchange } = stage
  const pass = (seconds: number): Promise<void> => stage.stepTo(clock.now() + seconds * 1000)
  const call = (caller: string, callee: string, ...states: SessionState[]): string => {
    const { sessionId } = exchange.open({ caller, callee })
    for (const state of states) exchange.move(sessionId, state)
    return sessionId
  }
  const customer = '+3615550123'

  call(customer, '1001', 'Ringing', 'InCall', 'CalleeOnHold')
  call(customer, '1005', 'Ringing', 'InCall')
  playPresenceCode(createStage(exchange), '1009', '*45')
  const finished = call(customer, '1010', 'Ringing', 'InCall')
  await pass(20)
  exchange.move(finished, 'CallerHungUp')
  await pass(100)
  call(customer, '1002', 'Ringing', 'InCall', 'CalleeOnHold')
  call('1006', '1007', 'Ringing', 'InCall')
  await pass(45)
  call(customer, '1003', 'Ringing')
  await pass(25)
  const wrapping = call(customer, '1011', 'Ringing', 'InCall')
  await pass(3)
  exchange.move(wrapping, 'CallerHungUp')
  call(customer, '1004', 'Ringing')
  call('1008', customer, 'Ringing')
  await pass(2)
}
