import type { Fault, FaultName, Faults } from '../faults.ts'
import type { Gateway } from '../gateway.ts'
import type { Listener } from '../http/listen.ts'
import type { Tokens } from '../tokens.ts'
import type { Exchange } from '../types.ts'
import { flood } from './flood.ts'
import type { FaultsInForce } from './inForce.ts'
import type { SeenExchange } from './seenExchange.ts'

/** What faults are done to. */
export interface FaultyParts {
  readonly inForce: FaultsInForce
  readonly exchange: Exchange
  readonly seen: SeenExchange
  readonly tokens: Tokens
  readonly gateway: Gateway
  readonly script: Listener
  readonly http: Listener
}

/** What there is to do when a fault begins and ends, beside its going on. */
interface Deeds {
  readonly begin?: () => void | Promise<void>
  readonly end?: () => void | Promise<void>
}

/** Faults that are over as soon as they are done. */
export const momentaryFaults: readonly FaultName[] = ['drop', 'expireTokens', 'flood']

/** The faults of a PBX, and how to be done with them. */
export interface RunningFaults {
  readonly faults: Faults
  /** Resolves when no port is taken any more because of a fault. */
  stop(): Promise<void>
}

/**
 * The faults of a PBX that is made of these parts. The end of a restart throws an EmulatorStartError when somebody else
 * has taken a port meanwhile.
 */
export function createFaults(parts: FaultyParts): RunningFaults {
  const { inForce, exchange, seen, tokens, gateway } = parts
  const faces: readonly Listener[] = [parts.script, gateway, parts.http]
  let isStopped = false
  /** The last closing or opening of the ports; each waits for the one before. */
  let ports: Promise<void> = Promise.resolve()

  async function shut(): Promise<void> {
    for (const face of faces) await face.stop()
  }
  async function reopen(): Promise<void> {
    if (isStopped) return
    for (const face of faces) await face.reopen()
  }
  function afterwards(change: () => Promise<void>): Promise<void> {
    const changed = ports.then(change)
    ports = changed.catch(() => undefined)
    return changed
  }

  const deeds: Readonly<Partial<Record<FaultName, Deeds>>> = {
    drop: { begin: () => gateway.dropConnections() },
    expireTokens: {
      begin() {
        tokens.expireAll()
        gateway.dropTokenConnections()
      },
    },
    flood: { begin: () => flood(exchange, inForce.get('flood')?.events ?? 0) },
    freeze: { begin: () => gateway.mute() },
    delay: { begin: () => gateway.release(), end: () => gateway.release() },
    reorder: { end: () => gateway.release() },
    garbage: { begin: () => gateway.beginGarbage() },
    neverEnd: { begin: () => seen.endsChanged(), end: () => seen.endsChanged() },
    restart: {
      begin() {
        if (inForce.get('restart')?.keepsSessions === false) seen.forget()
        return afterwards(shut)
      },
      end() {
        seen.awake()
        return afterwards(reopen)
      },
    },
  }

  const faults: Faults = {
    async begin(fault: Fault) {
      inForce.set(fault)
      const done = deeds[fault.name]?.begin?.()
      if (momentaryFaults.includes(fault.name)) inForce.delete(fault.name)
      await done
    },
    async end(name) {
      if (inForce.delete(name)) await deeds[name]?.end?.()
    },
  }
  return {
    faults,
    async stop() {
      isStopped = true
      await ports
    },
  }
}
