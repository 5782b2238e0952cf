import * as v from 'valibot'

/** A moment that came over the network, epoch ms: one that a calendar can show, of the years 1970 to 9999. */
export const instantSchema = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(Date.UTC(9999, 11, 31, 23, 59, 59, 999)),
)
