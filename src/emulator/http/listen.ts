import type { Server } from 'node:http'

export type StartProblem = 'portBusy' | 'portForbidden' | 'cannotListen' | 'scriptMissing'

/** The emulator could not start; `message` is a sentence for a person, `cause` what the system said. */
export class EmulatorStartError extends Error {
  readonly code: StartProblem

  constructor(code: StartProblem, message: string, cause: unknown) {
    super(message, { cause })
    this.name = 'EmulatorStartError'
    this.code = code
  }
}

/** Something that listens on a port. */
export interface Listener {
  readonly port: number
  /** Ends every connection and frees the port. A second call does nothing. */
  stop(): Promise<void>
  /** Takes the same port again after a stop; throws an EmulatorStartError when it cannot be had. */
  reopen(): Promise<void>
}

/**
 * Makes `server` listen; port 0 takes any free one. `face` names it in the sentence of an {@link EmulatorStartError}.
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  face: string,
): Promise<Listener> {
  const taken = await takePort(server, host, port, face)
  return {
    port: taken,
    stop: () => stop(server),
    async reopen() {
      await takePort(server, host, taken, face)
    },
  }
}

function takePort(server: Server, host: string, port: number, face: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      reject(startError(error, `${host}:${port}`, face))
    }
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function startError(error: NodeJS.ErrnoException, place: string, face: string): EmulatorStartError {
  if (error.code === 'EADDRINUSE') {
    return new EmulatorStartError('portBusy', `${face}: ${place} is in use already.`, error)
  }
  if (error.code === 'EACCES') {
    return new EmulatorStartError('portForbidden', `${face}: ${place} may not be used.`, error)
  }
  const message = `${face}: cannot listen on ${place} (${error.message}).`
  return new EmulatorStartError('cannotListen', message, error)
}
