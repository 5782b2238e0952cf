import { shortestGoodKey } from '../../server/accessKey.ts'
import type { Finding } from './finding.ts'
import { good, note, warning } from './finding.ts'

/** Whether walls have to show a key. Which machines can reach the server is not known here. */
export function checkAccessKey(env: Readonly<Record<string, string | undefined>>): Finding {
  const what = 'access key'
  const key = env['CALLWALL_ACCESS_KEY'] ?? ''
  if (key === '') {
    const why = 'Set it where the server listens for other machines (serve --host 0.0.0.0).'
    return note(
      what,
      `CALLWALL_ACCESS_KEY is not set: whoever reaches the server sees the wall. ${why}`,
    )
  }
  if (key.length >= shortestGoodKey) return good(what, 'CALLWALL_ACCESS_KEY is set.')
  return warning(what, `CALLWALL_ACCESS_KEY is short; take ${shortestGoodKey} characters or more.`)
}
