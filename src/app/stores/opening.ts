import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/**
 * The opening of the page: from its first script until it shows its first live tiles, or has found out that there are
 * none to show yet. What is not needed for that is loaded after it.
 */
export const useOpening = defineStore('opening', () => {
  let end = (): void => undefined
  return {
    /** Resolves when it is over. */
    over: new Promise<void>((resolve) => {
      end = resolve
    }),
    end: (): void => end(),
    /** Whether all that was left for later has come, or could not be loaded. */
    isWhole: shallowRef(false),
  }
})
