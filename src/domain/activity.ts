import type { WrapUp } from './wrapUp.ts'

/** What an extension did, as far as its tile needs to know. Times are epoch ms. */
export interface Activity {
  /** Its sessions that are alive, in the order in which they were first heard of. */
  readonly live: ReadonlySet<string>
  /** Start of the site's day in which it last had a session. */
  readonly seenOn: number | undefined
  readonly endedAt: number | undefined
  /** Whether it was seen or told when its last session ended. */
  readonly isEndKnown: boolean
  /** The latest, over or not. */
  readonly wrapUp: WrapUp | undefined
  /** When it last dialled a presence code for going away, and when one for coming back. */
  readonly away: { readonly since: number; readonly reason: string } | undefined
  readonly backAt: number | undefined
}
