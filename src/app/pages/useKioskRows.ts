import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { messages } from '../locales/messages.ts'
import { useKiosk } from '../stores/kiosk.ts'

/** A line of the card about the wall. */
export interface CardRow {
  readonly name: string
  readonly label: string
  readonly text: string
}

/** What the card says of keys, screen and sound, and what to do where the browser does not play along. */
export function useKioskRows(): ComputedRef<readonly CardRow[]> {
  const kiosk = useKiosk()
  return computed(() => {
    const { rows, keys, wakeLock, sound } = messages.kioskCard
    return [
      { name: 'keys', label: rows.keys, text: keys },
      { name: 'wakeLock', label: rows.wakeLock, text: wakeLock[kiosk.wakeLock] },
      { name: 'sound', label: rows.sound, text: sound[kiosk.sound] },
    ]
  })
}
