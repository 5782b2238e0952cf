import type { CallEntry, PartyFiling } from './callEntry.ts'

/** Which calls an outside party has, and when each of them was last filed. Instants are epoch ms. */
export interface CallsByParty {
  /** A session of the call with the party was filed at `at`. */
  note(party: string, entry: CallEntry, at: number): void
  /** The call is no longer with the party. */
  drop(party: string, entry: CallEntry): void
  forget(entry: CallEntry): void
  /** The calls that were filed at `since` or later, in the order in which they came. */
  since(party: string, since: number): readonly CallEntry[]
}

/** Reads from the newest filing backward: a withheld number may have hundreds of calls, of which few are lately. */
export function createCallsByParty(): CallsByParty {
  const newest = new Map<string, PartyFiling>()
  let order = 0

  const append = (filing: PartyFiling, older: PartyFiling | undefined): void => {
    filing.older = older
    filing.newer = undefined
    if (older !== undefined) older.newer = filing
    newest.set(filing.party, filing)
  }

  const unlink = ({ party, older, newer }: PartyFiling): void => {
    if (older !== undefined) older.newer = newer
    if (newer !== undefined) newer.older = older
    else if (older !== undefined) newest.set(party, older)
    else newest.delete(party)
  }

  return {
    note(party, entry, at) {
      const last = newest.get(party)
      const moment = Math.max(at, last?.at ?? at)
      let filing = filingOf(entry, party)
      if (filing === undefined) {
        filing = newFiling(party, entry, order++, moment)
        entry.filing = filing
      } else {
        filing.at = moment
        if (filing === last) return
        unlink(filing)
      }
      append(filing, last)
    },
    drop(party, entry) {
      const filing = filingOf(entry, party)
      if (filing === undefined) return
      unlink(filing)
      entry.filing = without(entry.filing, filing)
    },
    forget(entry) {
      for (let filing = entry.filing; filing !== undefined; filing = filing.other) unlink(filing)
      entry.filing = undefined
    },
    since(party, since) {
      const found: PartyFiling[] = []
      let filing = newest.get(party)
      for (; filing !== undefined && filing.at >= since; filing = filing.older) found.push(filing)
      return found.sort((one, other) => one.order - other.order).map(({ entry }) => entry)
    },
  }
}

function filingOf(entry: CallEntry, party: string): PartyFiling | undefined {
  let filing = entry.filing
  while (filing !== undefined && filing.party !== party) filing = filing.other
  return filing
}

function newFiling(party: string, entry: CallEntry, order: number, at: number): PartyFiling {
  const other = entry.filing
  return { party, entry, order, at, older: undefined, newer: undefined, other }
}

/** The chain of a call's filings less one of them. */
function without(first: PartyFiling | undefined, gone: PartyFiling): PartyFiling | undefined {
  if (first === undefined || first === gone) return first?.other
  first.other = without(first.other, gone)
  return first
}
