import { lognormal, type Random, uniform } from '../random.ts'
import type { Hazard, Quantiles, ServiceTimes } from './calibration.ts'

const longestServiceSeconds = 3600

/** A service time in seconds, from 1 s to an hour. */
export function drawService(random: Random, times: ServiceTimes): number {
  if (random() < times.shareUnder10s) return uniform(random, 1, 10)
  // The curve was fitted to services between ten seconds and an hour.
  for (;;) {
    const seconds = lognormal(random, times.mu, times.sigma)
    if (seconds >= 10 && seconds <= longestServiceSeconds) return seconds
  }
}

/** How long somebody waits before he hangs up, in seconds; after the last piece its chance stays. */
export function drawPatience(random: Random, hazard: Hazard): number {
  let left = -Math.log(1 - random())
  let reached = 0
  let last = 0
  for (const [from, to, perSecond] of hazard) {
    const risk = (to - from) * perSecond
    if (left < risk) return from + left / perSecond
    left -= risk
    reached = to
    last = perSecond
  }
  return last === 0 ? Infinity : reached + left / last
}

/** The hazard, even between the given moments, under which `shares` of the callers are still there. */
export function hazardOfSurvival(shares: readonly (readonly [number, number])[]): Hazard {
  let [since, before] = [0, 1]
  const pieces: [number, number, number][] = []
  for (const [seconds, share] of shares) {
    if (seconds > since) {
      pieces.push([since, seconds, Math.log(before / share) / (seconds - since)])
      before = share
    }
    since = seconds
  }
  return pieces
}

/** A number of a distribution known by its quantiles, even between them. */
export function drawQuantile(random: Random, quantiles: Quantiles): number {
  const share = random()
  let [shareBefore, secondsBefore] = [0, 0]
  for (const [shareHere, seconds] of quantiles) {
    if (share < shareHere) {
      const part = (share - shareBefore) / (shareHere - shareBefore)
      return secondsBefore + part * (seconds - secondsBefore)
    }
    ;[shareBefore, secondsBefore] = [shareHere, seconds]
  }
  return secondsBefore
}
