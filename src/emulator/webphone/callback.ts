/** One callback that a page may register: the last one wins. */
export interface Callback<Arguments extends readonly unknown[]> {
  readonly register: (listener: (...given: Arguments) => void) => void
  /** Tells whoever has registered, if anybody has. Never throws. */
  tell(...given: Arguments): void
}

/** A callback that nobody has registered for. */
export function createCallback<Arguments extends readonly unknown[]>(): Callback<Arguments> {
  let registered: ((...given: Arguments) => void) | undefined
  return {
    register(listener) {
      registered = listener
    },
    tell(...given) {
      try {
        registered?.(...given)
      } catch (error) {
        // The page's fault shows as the page's, and does not stop the script.
        setTimeout(() => {
          throw error
        })
      }
    },
  }
}
