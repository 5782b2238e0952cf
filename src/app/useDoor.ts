import type { ShallowRef } from 'vue'
import { onScopeDispose, shallowReadonly, shallowRef } from 'vue'
import type { Timers } from '../pbx/timers.ts'
import type { AccessView } from './components/accessView.ts'
import type { DoorAnswer } from './openDoor.ts'

/** The way into a server that asks for a key. */
export interface Door {
  readonly view: Readonly<ShallowRef<AccessView>>
  /** Shows a key to the server, instead of any before it; until the server has looked at it. */
  readonly tryKey: (key: string) => void
}

export interface DoorOptions {
  /** Shows one key once; never rejects. */
  readonly open: (key: string) => Promise<DoorAnswer>
  readonly timers: Timers
  readonly onOpen: () => void
}

const retryMs = 5_000

/**
 * Shows keys to the wall's server for as long as the calling component lives. A server that cannot be reached or wants
 * to be asked later is asked again with the same key, which is held in memory only.
 */
export function useDoor({ open, timers, onOpen }: DoorOptions): Door {
  const view = shallowRef<AccessView>({ state: 'asking' })
  let timer: unknown
  /** Of several keys the last one counts. */
  let attempt = 0

  const stop = (): void => {
    attempt++
    timers.clear(timer)
  }
  const countDown = (seconds: number, key: string): void => {
    view.value = { state: 'slowDown', seconds }
    const next = (): void => (seconds > 1 ? countDown(seconds - 1, key) : tryKey(key))
    timer = timers.set(next, 1_000)
  }
  const onAnswer = (answer: DoorAnswer, key: string): void => {
    switch (answer.type) {
      case 'open':
        view.value = { state: 'asking' }
        onOpen()
        return
      case 'wrong':
        view.value = { state: 'wrong' }
        return
      case 'slowDown':
        countDown(answer.seconds, key)
        return
      case 'unreachable':
        view.value = { state: 'unreachable' }
        timer = timers.set(() => tryKey(key), retryMs)
    }
  }
  const tryKey = (key: string): void => {
    stop()
    const own = attempt
    if (view.value.state !== 'unreachable') view.value = { state: 'trying' }
    void open(key).then((answer) => {
      if (own === attempt) onAnswer(answer, key)
    })
  }

  onScopeDispose(stop)
  return { view: shallowReadonly(view), tryKey }
}
