/**
 * When a live connection should get a new token, epoch ms of site time: at a quiet moment from `from` on, at `latest`
 * whatever goes on.
 */
export interface RenewalWindow {
  readonly from: number
  readonly latest: number
}

/** Long enough to fetch the PBX's answer once more. */
const usualMarginMs = 5_000

/**
 * The window within the last tenth of a token's life that `expiresAt` (epoch ms) ends.
 * @param random from 0 to 1: many walls that hold the same token begin at different times
 */
export function renewalWindow(
  expiresAt: number,
  lifetimeMs: number,
  random: number,
): RenewalWindow {
  const marginMs = Math.min(lifetimeMs / 20, Math.max(lifetimeMs / 50, usualMarginMs))
  const latest = expiresAt - marginMs
  const begin = expiresAt - lifetimeMs / 10
  return { from: begin + (random / 2) * (latest - begin), latest }
}
