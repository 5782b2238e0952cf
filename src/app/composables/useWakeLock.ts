import type { ShallowRef } from 'vue'
import { shallowRef, watch } from 'vue'
import { keepAwake } from './keepAwake.ts'
import type { WakeLockBrowser, WakeLockState } from './keepAwake.ts'

/** Keeps the screen on while `isWanted` and for as long as the calling component lives. */
export function useWakeLock(
  isWanted: () => boolean,
  browser: WakeLockBrowser = thisBrowser(),
): Readonly<ShallowRef<WakeLockState>> {
  const state = shallowRef<WakeLockState>('off')
  watch(
    isWanted,
    (isOn, _before, onCleanup) => {
      state.value = 'off'
      if (!isOn) return
      onCleanup(
        keepAwake(browser, (next) => {
          state.value = next
        }),
      )
    },
    { immediate: true },
  )
  return state
}

function thisBrowser(): WakeLockBrowser {
  const wakeLock = 'wakeLock' in navigator ? navigator.wakeLock : undefined
  return { isSecure: window.isSecureContext, wakeLock, page: document }
}
