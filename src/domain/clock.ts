/** Where the moment comes from. Passed in, never read from the air, so that a day can be replayed in a second. */
export interface Clock {
  /** Epoch ms of the site's time. */
  now(): number
}
