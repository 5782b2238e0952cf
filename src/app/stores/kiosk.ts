import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SoundMark } from '../components/alertView.ts'
import type { WakeLockState } from '../composables/keepAwake.ts'

/** What this page does with its screen, and what somebody in front of it has asked for. */
export const useKiosk = defineStore('kiosk', () => {
  /** Pages and teams stay as they are. */
  const isPaused = shallowRef(false)
  const wakeLock = shallowRef<WakeLockState>('off')
  const sound = shallowRef<SoundMark>('off')
  return {
    ...{ isPaused, wakeLock, sound },
    togglePause(): void {
      isPaused.value = !isPaused.value
    },
  }
})
