import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FaultsInForce } from './inForce.ts'

/** Whether a request may be answered; if not, it has been dealt with as the faults want it. */
export type Gate = (request: IncomingMessage, response: ServerResponse) => boolean

/** The browser script's door: silent under `freeze`, 503 under `noScript`. */
export function scriptGate(inForce: FaultsInForce): Gate {
  return (_, response) => {
    if (inForce.has('freeze')) return false
    if (!inForce.has('noScript')) return true
    response.writeHead(503, { 'Content-Length': 0 }).end()
    return false
  }
}

/** The HTTP API's door: silent under `freeze`; under `noApi` an error and a cut connection in turns. */
export function apiGate(inForce: FaultsInForce): Gate {
  let failures = 0
  return (request, response) => {
    if (inForce.has('freeze')) return false
    if (!inForce.has('noApi')) return true
    failures += 1
    if (failures % 2 === 0) request.socket.destroy()
    else response.writeHead(500, { 'Content-Length': 0 }).end()
    return false
  }
}
