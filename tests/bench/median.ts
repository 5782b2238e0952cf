/** The middle one, the lower of two middle ones; NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The smallest value that `share` (0..1) of the values do not exceed; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const place = Math.ceil(share * sorted.length) - 1
  return sorted[Math.max(0, place)] ?? NaN
}
