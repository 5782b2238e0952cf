import { messages } from '../locales/messages.ts'
import { textWidth } from './textWidth.ts'

/** How wide the widest word for a state is in the language of the wall, in em of the word. */
export function widestState(): number {
  return Math.max(...[messages.internal, ...Object.values(messages.states)].map(textWidth))
}
