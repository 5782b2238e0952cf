import type { Direction } from '../../domain/sessionEvent.ts'
import { messages } from '../locales/messages.ts'
import type { StateIconName } from '../icons/icons.ts'
import type { TileView } from './tileView.ts'

/** What a tile says, in the language of the wall. */
export interface TileText {
  readonly name: string
  readonly icon: StateIconName
  /** The state, or why somebody is away. */
  readonly word: string
  /** The word comes from the config and may be too long. */
  readonly isReason: boolean
  /** Where the call comes from or goes to; `undefined` without one. */
  readonly direction: Direction | undefined
}

export function tileText({ agent, otherLabel }: TileView): TileText {
  const reason = agent.state === 'away' ? agent.reason : ''
  const isInternalTalk = agent.isInternal && agent.state === 'talking'
  const word = isInternalTalk ? messages.internal : messages.states[agent.state]
  return {
    name: agent.name === '' ? agent.id : agent.name,
    icon: isInternalTalk ? 'internal' : agent.state,
    word: reason === '' ? word : reason,
    isReason: reason !== '',
    direction: otherLabel === '' ? undefined : agent.direction,
  }
}
