/** The next of a sequence of numbers from 0 up to, but not including, 1. */
export type Random = () => number

/** A generator (sfc32) whose sequence depends on nothing but `seed` and `stream`. Not for secrets. */
export function seededRandom(seed: number, stream = 0): Random {
  let a = Math.trunc(seed) | 0
  let b = Math.trunc(seed / 2 ** 32) | 0
  let c = stream | 0
  let counter = 1
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // The first numbers of neighbouring seeds resemble each other.
  for (let round = 0; round < 16; round++) next()
  return next
}

/** A number from `from` up to, but not including, `to`, all alike. */
export function uniform(random: Random, from: number, to: number): number {
  return from + (to - from) * random()
}

/** One of `items`, all alike. Throws when there are none. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  if (items.length === 0) throw new RangeError('There is nothing to pick from.')
  return items[Math.floor(random() * items.length)] as Item
}

/** A waiting time with the given mean, without memory. In the mean's unit. */
export function exponential(random: Random, mean: number): number {
  return -mean * Math.log(1 - random())
}

/** A number whose logarithm is normal with mean `mu` and standard deviation `sigma`. */
export function lognormal(random: Random, mu: number, sigma: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  return Math.exp(mu + sigma * radius * Math.cos(2 * Math.PI * random()))
}
