/**
 * The token of `#token=...`, removed from the address bar at once; `undefined` when there is none. A fragment is never
 * sent to a server.
 */
export function takeTokenFromUrl(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
): string | undefined {
  const token = new URLSearchParams(location.hash.replace(/^#/, '')).get('token')
  if (token === null || token === '') return undefined
  history.replaceState(null, '', location.pathname + location.search)
  return token
}
