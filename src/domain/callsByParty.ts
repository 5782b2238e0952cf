/** Which calls an outside party has, and when each of them was last filed. Instants are epoch ms. */
export interface CallsByParty {
  /** A session of the call with the party was filed at `at`. */
  note(party: string, callId: string, at: number): void
  drop(party: string, callId: string): void
  /** The ids of the calls that were filed at `since` or later, in the order in which they came. */
  since(party: string, since: number): readonly string[]
}

interface Filings {
  /** In the order of the last filings. */
  readonly byCall: Map<string, { readonly order: number; readonly at: number }>
  /** Every filing, oldest first; cut to the last one of each call now and then. */
  log: { readonly callId: string; readonly at: number }[]
}

/** Reads from the newest filing backward: a withheld number may have hundreds of calls, of which few are lately. */
export function createCallsByParty(): CallsByParty {
  const parties = new Map<string, Filings>()
  let order = 0
  return {
    note(party, callId, at) {
      const filings: Filings = parties.get(party) ?? { byCall: new Map(), log: [] }
      parties.set(party, filings)
      const { byCall, log } = filings
      const known = byCall.get(callId)
      const moment = Math.max(at, log[log.length - 1]?.at ?? at)
      byCall.delete(callId)
      byCall.set(callId, { order: known?.order ?? order++, at: moment })
      log.push({ callId, at: moment })
      if (log.length > 16 + 2 * byCall.size) {
        filings.log = [...byCall].map(([id, last]) => ({ callId: id, at: last.at }))
      }
    },
    drop(party, callId) {
      const filings = parties.get(party)
      if (filings?.byCall.delete(callId) === true && filings.byCall.size === 0) {
        parties.delete(party)
      }
    },
    since(party, since) {
      const filings = parties.get(party)
      if (filings === undefined) return []
      const { byCall, log } = filings
      const found = new Map<string, number>()
      for (let place = log.length - 1; place >= 0; place--) {
        const filing = log[place]
        if (filing === undefined || filing.at < since) break
        const call = byCall.get(filing.callId)
        if (call !== undefined) found.set(filing.callId, call.order)
      }
      return [...found].sort(([, one], [, other]) => one - other).map(([callId]) => callId)
    },
  }
}
