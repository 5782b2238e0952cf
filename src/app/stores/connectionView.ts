import type { ConnectionState } from '../../pbx/client.ts'
import type { ConnectionView, TokenProblem } from '../components/views.ts'

/** A connection as the driver tells of it. */
export interface ToldConnection {
  readonly state: ConnectionState
  readonly isLive: boolean
  /** Why there were no credentials. */
  readonly tokenProblem: TokenProblem | undefined
}

/** The connection as it is shown from `at`, epoch ms: why it is not live stays until the next try is over. */
export function nextConnection(
  before: ConnectionView,
  { state, isLive, tokenProblem }: ToldConnection,
  at: number,
): ConnectionView {
  const { scriptUrl } = before
  const next = { state, isLive, since: at, scriptUrl }
  if (isLive) return next
  const isTrying = state === 'connecting' || state === 'granted'
  if (!isTrying) return { ...next, setback: state, tokenProblem }
  return { ...next, setback: before.setback, tokenProblem: tokenProblem ?? before.tokenProblem }
}
