import { isWithheld } from '../../../domain/party.ts'
import type { Roles } from '../../../domain/roles.ts'
import { isMachine } from '../../../domain/roles.ts'
import type { SessionState } from '../../../domain/sessionState.ts'
import type { ChainLink } from './chainLink.ts'

/** From this rank on the last of equals is the most likely, before it the first. */
export const inVain = 3

/** Whether one row of a history continues the call of another one. */
export interface Following {
  /** How likely `link` continues the call of `before`, the least first; `undefined` when it does not. */
  rank(link: ChainLink, before: ChainLink): number | undefined
  /** Whether `before` ended when `link` began. */
  takesOver(link: ChainLink, before: ChainLink): boolean
  /** Whether anything that begins at `at`, epoch ms, may continue the call of `link`. */
  isStillOpen(link: ChainLink, at: number): boolean
}

const handOvers: readonly SessionState[] = [
  'TransferRequested',
  'Transferring',
  'TransferCompleted',
  'Redirected',
]
const unanswered: readonly SessionState[] = [
  'NotAnswered',
  'Busy',
  'Cancelled',
  'NotFound',
  'Error',
  'Aborted',
]
/** The longest that somebody is believed to wait before he is handed over, or gives up, ms. */
export const longestWaitMs = 2 * 3_600_000
const parallelMs = 1_000

/** @param links all of the history, since they show what this PBX keeps as the dialled number */
export function createFollowing(links: readonly ChainLink[], roles: Roles): Following {
  const roleOf = ({ parties }: ChainLink) => roles.of(parties.callee)
  const isUnanswered = ({ row }: ChainLink): boolean => unanswered.includes(row.state)
  const isHandOver = (link: ChainLink): boolean =>
    handOvers.includes(link.row.state) ||
    (link.row.state === 'CalleeHungUp' && roleOf(link) === 'queue')
  /** Whether the caller had dialled a machine and was sent on by it. */
  const isSentOn = ({ row, parties }: ChainLink): boolean =>
    isMachine(row.dialed, roles) && parties.callee !== row.dialed
  const isSentOnBy = (link: ChainLink, before: ChainLink): boolean =>
    isSentOn(link) && before.row.dialed === link.row.dialed
  const keepsDialed = links.some((link) => isSentOn(link) && roleOf(link) === 'person')

  /** Phones that ring together for one caller. */
  const isParallel = (link: ChainLink, before: ChainLink): boolean =>
    link.row.startedAt - before.row.startedAt <= parallelMs &&
    link.parties.caller === before.parties.caller &&
    roles.of(link.parties.caller) === 'outside' &&
    roleOf(link) === 'person' &&
    roleOf(before) === 'person'

  /** Whether another caller of that number has dialled this himself. */
  const isDialedAnew = (link: ChainLink, before: ChainLink): boolean => {
    const { row, parties } = link
    if (row.dialed !== '' && row.dialed !== parties.callee) return false
    const isToMachine = isMachine(parties.callee, roles)
    if (isToMachine && isWithheld(parties.caller)) return true
    return (isToMachine || keepsDialed) && roleOf(before) === 'queue'
  }

  return {
    rank(link, before) {
      if (isParallel(link, before)) return 0
      if (before.endedAt !== undefined || isDialedAnew(link, before)) return undefined
      const isLikely = isSentOnBy(link, before)
      // Who came first is served first.
      if (isHandOver(before) && (isLikely || before.row.state !== 'CalleeHungUp')) {
        return isLikely ? 1 : 2
      }
      // A phone that rang in vain for somebody who then gave up waiting: most likely the last one who came.
      if (!isUnanswered(link) || !isMachine(before.parties.callee, roles)) return undefined
      if (roleOf(link) !== 'person') return undefined
      return isLikely ? inVain : inVain + 1
    },
    takesOver: (link, before) => isHandOver(before) && !isUnanswered(link),
    isStillOpen(link, at) {
      const agoMs = at - link.row.startedAt
      if (agoMs <= parallelMs) return true
      if (link.endedAt !== undefined || agoMs > longestWaitMs) return false
      return isHandOver(link) || isMachine(link.parties.callee, roles)
    },
  }
}
