import { readText, textOf } from './foreign.ts'

const mostExamples = 10
const mostLogged = 200

/** What a PBX said or did that nobody expected: counted always, logged once each. */
export interface Oddities {
  /** A word, number or shape that nobody knows. */
  readonly word: (kind: string, word: string) => void
  /** Something of the PBX's script threw, or told of an error. */
  trouble(where: string, error: unknown): void
  /** Does something with the PBX's script; `undefined` when that throws, which is counted as trouble. */
  attempt<T>(where: string, action: () => T): T | undefined
  /** From here on this text is written in no message. */
  hide(secret: string): void
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

  const note = (text: string): void => {
    const message = secret === '' ? text : text.split(secret).join('…')
    count++
    examples = [...examples.filter((example) => example !== message), message].slice(-mostExamples)
    if (logged.has(message) || logged.size >= mostLogged) return
    logged.add(message)
    onLog(message)
  }

  const trouble = (where: string, error: unknown): void => {
    const text = textOf(error) || readText(error, ['message', 'Message', 'description'])
    note(`${where}: ${text || 'an error without words'}`)
  }

  return {
    word: (kind, word) => note(`unknown ${kind}: ${word}`),
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
