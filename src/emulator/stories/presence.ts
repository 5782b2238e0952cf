import type { Stage } from './stage.ts'

/** How long the PBX plays its confirmation, ms. */
const confirmationMs = 2_000

/** An agent dials a code into the PBX, like `*45` for a break; starts now and gives the session. */
export function playPresenceCode(stage: Stage, extension: string, code: string): string {
  const { exchange } = stage
  const { sessionId } = exchange.open({ caller: extension, callee: code })
  exchange.move(sessionId, 'InCall')
  stage.after(confirmationMs, () => exchange.move(sessionId, 'CalleeHungUp'))
  return sessionId
}
