/** What became of a time in which a wall was not connected. Times are epoch ms of site time. */
export interface Comeback {
  readonly from: number
  readonly to: number
  /** Calls of that time that nobody here saw and that are known now. */
  readonly recovered: number
  /** Calls of which nobody knows how or when they ended. */
  readonly unknown: number
}
