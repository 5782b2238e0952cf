import type { Notice } from '../contract/serverEvents.ts'
import type { Clock } from '../domain/clock.ts'
import type { Unsubscribe } from '../pbx/client.ts'
import { createListeners } from '../pbx/listeners.ts'

/** What the administrator should know now, for the walls' discreet sign. */
export interface Notices {
  /** `at`, epoch ms of site time: what the notice is about. @default now, kept while the notice is up */
  raise(code: Notice['code'], at?: number): void
  clear(code: Notice['code']): void
  /** Raises or clears. */
  set(code: Notice['code'], isUp: boolean): void
  current(): readonly Notice[]
  onChange(listener: (notices: readonly Notice[]) => void): Unsubscribe
}

/** @param clock the site's */
export function createNotices(clock: Clock): Notices {
  const up = new Map<Notice['code'], number>()
  const listeners = createListeners<readonly Notice[]>()
  const current = (): readonly Notice[] => [...up].map(([code, at]) => ({ code, at }))

  const notices: Notices = {
    raise(code, at) {
      const since = up.get(code)
      const next = at ?? since ?? Math.round(clock.now())
      if (since === next) return
      up.set(code, next)
      listeners.emit(current())
    },
    clear(code) {
      if (up.delete(code)) listeners.emit(current())
    },
    set(code, isUp) {
      if (isUp) notices.raise(code)
      else notices.clear(code)
    },
    current,
    onChange: (listener) => listeners.add(listener),
  }
  return notices
}
