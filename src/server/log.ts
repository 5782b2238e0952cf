/** Writes one line for the administrator. `facts` never hold a secret. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, facts?: object) => void

/** A log of JSON lines. `write` gets each line with its end; `now` is epoch ms of the machine. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (level, message, facts = {}) => {
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, message, ...facts })}\n`)
  }
}
