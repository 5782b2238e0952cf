import { readText, textOf } from './foreign.ts'

const mostExamples = 10
const mostLogged = 200

/** What a PBX said or did that nobody expected: words are counted always, everything is logged once. */
export interface Oddities {
  /** A word, number or shape that nobody knows. */
  readonly word: (kind: string, word: string) => void
  /** Something of the PBX's script threw, or told of an error: logged, not counted. */
  trouble(where: string, error: unknown): void
  /** Does something with the PBX's script; `undefined` when that throws, which is trouble. */
  attempt<T>(where: string, action: () => T): T | undefined
  /** From here on this text is written in no message. */
  hide(secret: string): void
  /** Words only. */
  summary(): { readonly count: number; readonly examples: readonly string[] }
}

/**
 * A fresh count.
 * @param onLog gets one sentence for each oddity that was not met before
 */
export function createOddities(onLog: (message: string) => void): Oddities {
  const logged = new Set<string>()
  let examples: readonly string[] = []
  let secret = ''
  let count = 0

  const withoutSecret = (text: string): string =>
    secret === '' ? text : text.split(secret).join('…')

  const log = (text: string): void => {
    const message = withoutSecret(text)
    if (logged.has(message) || logged.size >= mostLogged) return
    logged.add(message)
    onLog(message)
  }

  const trouble = (where: string, error: unknown): void => {
    const text = textOf(error) || readText(error, ['message', 'Message', 'description'])
    log(`${where}: ${text || 'an error without words'}`)
  }

  return {
    word(kind, word) {
      const example = withoutSecret(`unknown ${kind}: ${word}`)
      count++
      examples = [...examples.filter((other) => other !== example), example].slice(-mostExamples)
      log(example)
    },
    trouble,
    attempt(where, action) {
      try {
        return action()
      } catch (error) {
        trouble(`${where} failed`, error)
        return undefined
      }
    },
    hide: (text) => {
      secret = text
    },
    summary: () => ({ count, examples }),
  }
}
