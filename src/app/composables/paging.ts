/** Which tiles are on which page, and which page is shown. */
export interface Paging {
  /** The tiles of this round, page after page. */
  readonly order: readonly string[]
  readonly perPage: number
  /** From 0. */
  readonly page: number
  /** Since when the page is shown, ms of a steady clock. */
  readonly since: number
}

/**
 * The order of the next round: `sorted`, but no tile is later than one page after the page that it was on, so that nobody
 * stays out of sight for longer than a round. A tile that was on no page may come anywhere.
 */
export function nextOrder(
  before: readonly string[],
  sorted: readonly string[],
  perPage: number,
): readonly string[] {
  const latest = new Map(before.map((id, place) => [id, Math.floor(place / perPage) + 1]))
  const order: string[] = []
  let left = sorted
  for (let page = 0; left.length > 0; page++) {
    const isDue = (id: string): boolean => (latest.get(id) ?? Infinity) <= page
    let places = perPage - left.filter(isDue).length
    const taken = new Set(left.filter((id) => isDue(id) || places-- > 0))
    order.push(...taken)
    left = left.filter((id) => !taken.has(id))
  }
  return order
}

/** Begins with the first of `sorted`. */
export function startPaging(sorted: readonly string[], perPage: number, now: number): Paging {
  return { order: sorted, perPage, page: 0, since: now }
}

/**
 * The paging with the tiles that there are now, or the same paging. Tiles keep their places within a round: who is gone
 * leaves, who is new comes last. Other people, or another size of page, begin anew.
 */
export function keepPaging(
  before: Paging,
  sorted: readonly string[],
  perPage: number,
  now: number,
): Paging {
  const known = new Set(before.order)
  const stayed = new Set(sorted.filter((id) => known.has(id)))
  if (before.perPage !== perPage || stayed.size === 0) {
    return sorted.length === 0 && known.size === 0 ? before : startPaging(sorted, perPage, now)
  }
  if (stayed.size === known.size && stayed.size === sorted.length) return before
  const order = [
    ...before.order.filter((id) => stayed.has(id)),
    ...sorted.filter((id) => !known.has(id)),
  ]
  return { ...before, order, page: Math.min(before.page, pagesOf(order, perPage) - 1) }
}

/** Shows the page `step` pages on; past the last one a new round begins, in the order of now. */
export function turnPage(
  before: Paging,
  step: 1 | -1,
  sorted: readonly string[],
  now: number,
): Paging {
  const { order, perPage, page } = before
  const pages = pagesOf(order, perPage)
  const isRound = step === 1 && page + 1 >= pages
  return {
    order: isRound ? nextOrder(order, sorted, perPage) : order,
    perPage,
    page: isRound ? 0 : (page + step + pages) % pages,
    since: now,
  }
}

/** The tiles of the page that is shown. */
export function shownOf({ order, perPage, page }: Paging): readonly string[] {
  return order.slice(page * perPage, (page + 1) * perPage)
}

function pagesOf(order: readonly string[], perPage: number): number {
  return Math.max(1, Math.ceil(order.length / perPage))
}
