import { isPbxError } from '../../pbx/pbxError.ts'
import type { Finding } from './finding.ts'
import { bad, good } from './finding.ts'

/** What came of an action, or why it failed. */
export type Attempt<T> = { readonly value: T } | { readonly error: unknown }

/** Does `action` and never rejects. */
export async function attempt<T>(action: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await action() }
  } catch (error) {
    return { error }
  }
}

/** Good with the words of `say`, or bad with what the PBX says instead. */
export function told<T>(what: string, made: Attempt<T>, say: (value: T) => string): Finding {
  return 'value' in made ? good(what, say(made.value)) : bad(what, sentenceOf(made.error))
}

/** What the PBX says, for an administrator. */
export function sentenceOf(error: unknown): string {
  return isPbxError(error) ? error.message : 'It failed for a reason that nobody thought of.'
}
