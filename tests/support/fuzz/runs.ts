/** How many inputs each property tries; what comes from outside is tried 100,000 times in all. */
export const runs = {
  driver: 500,
  sessionCallbacks: 8_000,
  otherCallbacks: 1_000,
  activeCalls: 6_000,
  history: 5_000,
  extensions: 3_000,
  pbxLists: 150,
  configValues: 8_000,
  checkedConfigs: 3_000,
  workingConfigs: 400,
  configTexts: 6_000,
  requests: 6_000,
  lockedRequests: 4_000,
  reports: 300,
  serverEvents: 12_000,
  sites: 3_000,
  replies: 3_000,
  ranges: 10_000,
  queries: 8_000,
  fragments: 8_000,
  storage: 4_000,
  paths: 5_000,
} as const

/** For tests that try much, ms: a machine may have other things to do. */
export const patience = { timeout: 300_000 }

/**
 * What `fc.assert` is told: the same inputs every time, so that the gate says the same of the same code. FUZZ_SEED
 * begins elsewhere, FUZZ_TIMES tries so many times as much: for a hunt by hand.
 */
export function fuzz(property: keyof typeof runs): { numRuns: number; seed: number } {
  const { FUZZ_SEED = '20261123', FUZZ_TIMES = '1' } = process.env
  return { numRuns: runs[property] * Number(FUZZ_TIMES), seed: Number(FUZZ_SEED) }
}
