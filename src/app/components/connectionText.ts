import { messages } from '../locales/messages.ts'
import type { ConnectionView } from './views.ts'

/** What the wall's sign says of its connection, in a word or two. */
export function connectionWord({ state, isLive, setback }: ConnectionView): string {
  if (isLive) return messages.connection.words[state]
  if (setback === 'silent' || setback === 'slept') return messages.stale.words[setback]
  const shown = setback ?? state
  return shown === 'granted' ? messages.connection.syncing : messages.connection.words[shown]
}

/**
 * Why the wall is not live, and what can be done about it.
 * @param blockedBy the rule of the page's Content-Security-Policy that stopped the PBX's script; empty for none
 */
export function connectionSentence(connection: ConnectionView, blockedBy: string): string {
  const { state, setback, scriptUrl, tokenProblem } = connection
  if (tokenProblem !== undefined) {
    const { pbx, ...general } = messages.tokenProblems
    return tokenProblem.pbxCode === undefined
      ? general[tokenProblem.code]
      : pbx[tokenProblem.pbxCode]
  }
  if (setback === 'silent' || setback === 'slept') return messages.stale.sentences[setback]
  const shown = setback ?? state
  return shown === 'scriptMissing' && blockedBy !== ''
    ? messages.scriptBlocked(blockedBy, scriptUrl)
    : messages.connection.sentences[shown](scriptUrl)
}

/** What the wall does at this moment to become live again. */
export function connectionTry({ state }: ConnectionView): string {
  const { tries } = messages.stale
  if (state === 'connecting') return tries.connecting
  return state === 'granted' ? tries.reading : tries.waiting
}
