/**
 * What can go wrong with an emulated PBX. `drop`: cuts every connection; `freeze`: takes connections and says nothing;
 * `delay`, `reorder`, `repeat`, `lose`: what is told of sessions comes late, in another order, twice, or not at all;
 * `garbage`: nonsense is told in between; `restart`: away, then back with or without its sessions; `neverEnd`: ends of
 * sessions are not told, and they stay in its lists or not; `expireTokens`: every token made so far is void and its
 * connections are closed; `refuseTokens`: it makes none, or takes none; `noScript`: 503 for the browser script; `noApi`:
 * the HTTP API does not answer; `flood`: so many events of sessions that concern nobody within a second.
 */
export type Fault =
  | { readonly name: 'drop' }
  | { readonly name: 'freeze' }
  | { readonly name: 'delay'; readonly seconds: number }
  | { readonly name: 'reorder' }
  | { readonly name: 'repeat' }
  /** `share`: 0..1 of what is told. */
  | { readonly name: 'lose'; readonly share: number }
  | { readonly name: 'garbage' }
  | { readonly name: 'restart'; readonly keepsSessions: boolean }
  | { readonly name: 'neverEnd'; readonly staysListed: boolean }
  | { readonly name: 'expireTokens' }
  | { readonly name: 'refuseTokens' }
  | { readonly name: 'noScript' }
  | { readonly name: 'noApi' }
  | { readonly name: 'flood'; readonly events: number }

export type FaultName = Fault['name']

/** The faults of an emulated PBX. */
export interface Faults {
  /**
   * Begins a fault, or does one that is over at once (`drop`, `expireTokens`, `flood`). One of the same name that goes
   * on is replaced. Resolves when it is in force.
   */
  begin(fault: Fault): Promise<void>
  /** Ends a fault; does nothing when it does not go on. Resolves when the PBX is as it should be. */
  end(name: FaultName): Promise<void>
}
