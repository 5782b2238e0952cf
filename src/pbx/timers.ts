/** Runs things later. Passed in, so that a test decides when later is. Delays are in ms of the machine. */
export interface Timers {
  set(action: () => void, delayMs: number): unknown
  clear(handle: unknown): void
}

/** The timers of the browser or of Node. */
export const systemTimers: Timers = {
  set: (action, delayMs) => setTimeout(action, delayMs),
  clear: (handle) => clearTimeout(handle as number),
}
