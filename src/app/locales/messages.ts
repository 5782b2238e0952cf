import { shallowReactive } from 'vue'
import { english } from './en.ts'
import type { Language } from './languages.ts'
import type { Texts } from './texts.ts'

/** What a language must offer. */
export type Messages = Texts<typeof english>

/** Every text of the wall in the language that it speaks now: English, until another one has been set. */
export const messages: Messages = shallowReactive({ ...english })

const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => Promise.resolve(english),
  hu: async () => (await import('./hu.ts')).hungarian,
  de: async () => (await import('./de.ts')).german,
  ar: async () => (await import('./ar.ts')).arabic,
}

let wanted: Language = 'en'

/**
 * Makes the wall speak `language` as soon as its texts are there; of two wishes the later one wins. Rejects when the
 * texts cannot be loaded: the wall then goes on in the language it has.
 */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  const texts = await loaders[language]()
  if (wanted === language) Object.assign(messages, texts)
}
