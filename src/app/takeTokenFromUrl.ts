/**
 * The token of `#token=...`, removed from the address bar at once; `undefined` when there is none. A fragment is never
 * sent to a server. A `+` is a character of the token, which is base64, and stands for no blank.
 */
export function takeTokenFromUrl(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
): string | undefined {
  const fields = location.hash.replace(/^#/, '').replace(/\+/g, '%2B')
  const token = new URLSearchParams(fields).get('token')
  if (token === null || token === '') return undefined
  history.replaceState(null, '', location.pathname + location.search)
  return token
}
