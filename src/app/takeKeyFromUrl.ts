/**
 * The access key of `#key=...`, removed from the address bar at once; `undefined` when there is none. The rest of the
 * fragment stays. A fragment is never sent to a server. A `+` stands for itself.
 */
export function takeKeyFromUrl(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState' | 'state'>,
): string | undefined {
  const fields = location.hash.replace(/^#/, '').split('&')
  const field = fields.find((candidate) => candidate.startsWith('key='))
  if (field === undefined) return undefined
  // Somebody may have put a fragment with a key behind another one.
  const others = fields.filter((candidate) => !/(^|#)key=/.test(candidate)).join('&')
  const hash = others === '' ? '' : `#${others}`
  history.replaceState(history.state, '', location.pathname + location.search + hash)
  return new URLSearchParams(field.replace(/\+/g, '%2B')).get('key') || undefined
}

/**
 * Hears of a link with a key that somebody opens in this page while it shows the same route: a browser then changes the
 * fragment and loads nothing. To be started before the router, which would keep the key in its route.
 */
export function watchKeyInUrl(
  page: Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>,
  onKey: (key: string) => void,
): () => void {
  const look = (): void => {
    const key = takeKeyFromUrl(page.location, page.history)
    if (key !== undefined) onKey(key)
  }
  page.addEventListener('popstate', look)
  return () => page.removeEventListener('popstate', look)
}
