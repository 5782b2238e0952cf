import { watch, watchEffect } from 'vue'
import type { Language } from '../locales/languages.ts'
import { messages, setLanguage } from '../locales/messages.ts'

const retryMs = 5_000

/**
 * Makes the wall speak the language that is wanted, and tells the page its name and reading direction, for as long as
 * the calling component lives. Texts that do not load are asked for again.
 * @param onFailed hears why the texts did not load
 */
export function useLanguage(wanted: () => Language, onFailed: (reason: unknown) => void): void {
  watch(
    wanted,
    (language, _before, onCleanup) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      let isOver = false
      const load = (): void => {
        setLanguage(language).catch((reason: unknown) => {
          onFailed(reason)
          if (!isOver) timer = setTimeout(load, retryMs)
        })
      }
      onCleanup(() => {
        isOver = true
        clearTimeout(timer)
      })
      load()
    },
    { immediate: true },
  )
  watchEffect(() => {
    const root = document.documentElement
    root.lang = messages.language
    root.dir = messages.direction
  })
}
