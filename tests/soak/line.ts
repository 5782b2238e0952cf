import type { SessionEvent, SessionFacts } from '../../src/domain/sessionEvent.ts'
import type { SessionState } from '../../src/domain/sessionState.ts'
import { isFinal } from '../../src/domain/sessionState.ts'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'
import type { RowStep } from '../../src/emulator/traffic/rowSteps.ts'

/** The sessions of calls, told as a driver tells them and kept nowhere once they are over. */
export interface Line {
  play(step: RowStep): void
  alive(): readonly SessionFacts[]
}

const nothing = { calleeName: '', callerName: '', direction: undefined, startedAt: undefined }

/** A line without sessions. */
export function createLine(onEvent: (event: SessionEvent) => void): Line {
  const live = new Map<string, SessionFacts>()
  const playing = new Map<TrafficRow, { readonly waiting: string; talking: string }>()
  let lastId = 0

  const open = (
    facts: Pick<SessionFacts, 'caller' | 'callee' | 'dialed'>,
    at: number,
    master = '',
  ) => {
    const id = String(++lastId)
    const session: SessionFacts = {
      ...nothing,
      ...facts,
      id,
      masterId: master || id,
      state: master === '' ? 'Setup' : 'TransferSetup',
    }
    live.set(id, session)
    onEvent({ type: 'opened', at, session })
    move(id, at, 'Ringing')
    return id
  }
  const move = (id: string, at: number, ...states: readonly SessionState[]): void => {
    for (const state of states) {
      const before = live.get(id)
      if (before === undefined) return
      const session = { ...before, state }
      live.set(id, session)
      onEvent({ type: 'changed', at, session })
      if (!isFinal(state)) continue
      live.delete(id)
      onEvent({ type: 'closed', at, session })
    }
  }

  return {
    alive: () => [...live.values()],
    play({ type, row, at }) {
      if (type === 'arrive') {
        const waiting = open({ caller: row.caller, callee: row.queue, dialed: row.queue }, at)
        move(waiting, at, 'InCall')
        playing.set(row, { waiting, talking: '' })
        return
      }
      const call = playing.get(row)
      if (call === undefined) return
      const { waiting, talking } = call
      if (type === 'ring') {
        move(waiting, at, 'TransferRequested', 'Transferring')
        const facts = { caller: row.caller, callee: row.agent, dialed: row.queue }
        call.talking = open(facts, at, waiting)
      } else if (type === 'answer') {
        move(talking, at, 'InCall')
        move(waiting, at, 'TransferCompleted')
      } else {
        move(talking === '' ? waiting : talking, at, 'CallerHungUp')
        playing.delete(row)
      }
    },
  }
}
