import { h } from 'vue'
import type { FunctionalComponent } from 'vue'
import { messages } from '../locales/messages.ts'
import { formatDuration } from './duration.ts'

/**
 * How long a tile's state has lasted. When a second passes, only this text changes, and it stays the same node: a
 * template would write the whole content of the element, which gives every clock a new style and a new layout.
 */
export const TileTime: FunctionalComponent<{
  /** Epoch ms; `undefined` when nobody knows. */
  since: number | undefined
  /** Tells the moment that the tile tells of, epoch ms of site time. */
  now: () => number
}> = ({ since, now }) => {
  const time = since === undefined ? messages.none : formatDuration(now() - since)
  return h('span', { class: time.length > 5 ? 'time long' : 'time' }, [time])
}
