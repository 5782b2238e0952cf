/** Tells listeners of messages. */
export interface Notifier<Message> {
  tell(message: Message): void
  /** Ends the subscription by the function it returns. */
  readonly subscribe: (listener: (message: Message) => void) => () => void
}

/** A notifier that keeps the order: what a listener causes is told after everybody has heard what caused it. */
export function createNotifier<Message>(): Notifier<Message> {
  const listeners = new Set<(message: Message) => void>()
  const untold: Message[] = []
  let isTelling = false

  function tell(message: Message): void {
    untold.push(message)
    if (isTelling) return
    isTelling = true
    try {
      for (let next = untold.shift(); next !== undefined; next = untold.shift()) {
        for (const listener of [...listeners]) listener(next)
      }
    } finally {
      isTelling = false
    }
  }

  return {
    tell,
    subscribe(listener) {
      // The same function may listen twice.
      const own = (message: Message): void => listener(message)
      listeners.add(own)
      return () => listeners.delete(own)
    },
  }
}
