import type { PbxCode } from '../contract/wallConfig.ts'
import type { Clock } from '../domain/clock.ts'
import type { PbxErrorCode } from '../pbx/pbxError.ts'
import { isPbxError } from '../pbx/pbxError.ts'
import type { Log } from './log.ts'

/** What the server asks the PBX for: a token for a wall, the calls that are alive, those that are over. */
export type PbxTask = 'token' | 'poll' | 'history'

/** How a task went the last time. `at`: epoch ms of site time. */
export interface TaskHealth {
  readonly ok: boolean
  readonly at: number
  readonly code?: PbxErrorCode | undefined
  readonly pbxCode?: PbxCode | undefined
}

/** Remembers how the PBX answers, and logs when that changes. */
export interface PbxHealth {
  /** `error` is `undefined` after a success. */
  note(task: PbxTask, error: unknown): void
  summary(): Readonly<Partial<Record<PbxTask, TaskHealth>>>
}

const healed: Readonly<Record<PbxTask, string>> = {
  token: 'The PBX gives tokens again.',
  poll: 'The PBX lists its calls again.',
  history: 'The PBX tells its call history again.',
}

/** @param clock the site's */
export function createPbxHealth(clock: Clock, log: Log): PbxHealth {
  const last: Partial<Record<PbxTask, TaskHealth & { readonly message: string }>> = {}

  return {
    note(task, error) {
      const before = last[task]
      const { message, facts } = readError(error)
      last[task] = { ok: message === '', at: Math.round(clock.now()), ...facts, message }
      if (message === (before?.message ?? '')) return
      if (message === '') log('info', healed[task])
      else log('warn', message, { task, ...facts })
    },
    summary: () =>
      Object.fromEntries(
        Object.entries(last).map(([task, { ok, at, code, pbxCode }]) => [
          task,
          { ok, at, code, pbxCode },
        ]),
      ),
  }
}

/** The message is empty for no error. */
function readError(error: unknown): {
  readonly message: string
  readonly facts: Pick<TaskHealth, 'code' | 'pbxCode'>
} {
  if (error === undefined) return { message: '', facts: {} }
  if (!isPbxError(error)) {
    const message = error instanceof Error ? error.message : ''
    return { message: message || 'The server met an error of its own.', facts: {} }
  }
  return { message: error.message, facts: { code: error.code, pbxCode: error.reason } }
}
