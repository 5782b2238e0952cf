import type { SessionState } from '../../../domain/sessionState.ts'
import { parseDuration } from '../duration.ts'
import { parseInstant } from '../instant.ts'
import { parseState } from '../vocabulary.ts'
import { postCommand } from './postCommand.ts'
import type { CallListOptions } from './rows.ts'
import { callRows, largestList } from './rows.ts'

/** A call that the PBX lists as alive. Names no direction, no queue and no other call that belongs to it. */
export interface ActiveCall {
  /** Case counts. Whether it is the session id of the PBX's script is not documented. */
  readonly id: string
  /**
   * The word of a list of its own, in which `Busy` may also mean that nobody answered; `undefined` for one that nobody
   * knows. The call is alive, whatever the word says.
   */
  readonly state: SessionState | undefined
  /** Extensions or outside lines. */
  readonly source: string
  readonly destination: string
  /** The caller's name from the one PBX, his number from the other. */
  readonly callerId: string
  /** What the caller dialled; empty where the PBX does not tell. */
  readonly dialed: string
  /** Epoch ms on the PBX's clock; `undefined` for what cannot be read. */
  readonly startedAt: number | undefined
  readonly ringMs: number | undefined
  readonly talkMs: number | undefined
}

/**
 * The calls alive now, as Phone System XE or Ozeki 10 lists them. Rejects with a `PbxError`: `denied` when the PBX
 * refuses user or address, else `failed`.
 */
export async function listActiveCalls(options: CallListOptions): Promise<readonly ActiveCall[]> {
  const answer = await postCommand(options, 'ListActiveCalls', {}, largestList)
  return callRows(answer).map(({ id, text, party }) => ({
    id,
    state: parseState(text('CallState', 'State')),
    source: party('Source'),
    destination: party('Destination'),
    callerId: text('CallerId'),
    dialed: party('CallerDialed', 'Dialed'),
    startedAt: parseInstant(text('StartTime'), options.offsetAt),
    ringMs: parseDuration(text('RingDuration')),
    talkMs: parseDuration(text('TalkDuration')),
  }))
}
