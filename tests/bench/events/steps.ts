import type { PartyFacts } from '../../../src/emulator/parties.ts'
import type { PbxSession } from '../../../src/emulator/types.ts'

/** The tile state that an agent is in once a step has been heard, as `[data-tile]` has it. */
export type StepState = 'available' | 'ringing' | 'dialing' | 'talking' | 'hold'

/** One thing that the PBX's script tells a page. Small, because it is sent to the page by the thousand. */
export interface Step {
  /** When, ms after the first. */
  readonly at: number
  readonly type: 'created' | 'changed' | 'closed'
  readonly id: string
  /** Word of the PBX for the session's state. */
  readonly state: string
  /** Of a session that was created: what the script shows of it. */
  readonly facts?: SessionProperties
  /** The tiles that the step changes: of one agent, or of both in a call between two; absent where it changes none. */
  readonly tiles?: readonly TileChange[]
}

export type TileChange = readonly [extension: string, state: StepState]

/** What does not change in the life of a session. */
export type SessionProperties = PartyFacts &
  Pick<PbxSession, 'masterSessionId' | 'dialedNumber' | 'callerCallLegId' | 'calleeCallLegId'>
