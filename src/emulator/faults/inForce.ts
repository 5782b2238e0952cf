import type { Fault, FaultName } from '../faults.ts'

/** The fault of that name. */
export type FaultOf<Name extends FaultName> = Extract<Fault, { readonly name: Name }>

/** The faults that go on now; whatever suffers from one asks here at every occasion. */
export interface FaultsInForce {
  get<Name extends FaultName>(name: Name): FaultOf<Name> | undefined
  has(name: FaultName): boolean
  set(fault: Fault): void
  /** Whether it went on. */
  delete(name: FaultName): boolean
}

/** No faults. */
export function createFaultsInForce(): FaultsInForce {
  const going = new Map<FaultName, Fault>()
  return {
    get: <Name extends FaultName>(name: Name) => going.get(name) as FaultOf<Name> | undefined,
    has: (name) => going.has(name),
    set: (fault) => void going.set(fault.name, fault),
    delete: (name) => going.delete(name),
  }
}
