import type { Unsubscribe } from './client.ts'

/** Those who want to be told of something, in the order in which they asked. */
export interface Listeners<T> {
  /** Returns the end of the subscription; a second call of it does nothing. */
  add(listener: (value: T) => void): Unsubscribe
  emit(value: T): void
}

/** An empty set of listeners. One that leaves while the others are told is not told any more. */
export function createListeners<T>(): Listeners<T> {
  const entries = new Set<{ readonly tell: (value: T) => void }>()
  return {
    add(listener) {
      const entry = { tell: listener }
      entries.add(entry)
      return () => {
        entries.delete(entry)
      }
    },
    emit(value) {
      for (const entry of [...entries]) if (entries.has(entry)) entry.tell(value)
    },
  }
}
