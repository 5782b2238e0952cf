import { createHash, scryptSync, timingSafeEqual } from 'node:crypto'

/** A key that is easily guessed is shorter than this. */
export const shortestGoodKey = 12

/**
 * What a browser keeps instead of the key: made from it alone, so that it needs no store, changes with the key, and
 * cannot be turned back into one without guessing slowly.
 */
export function proofOf(key: string): string {
  return scryptSync(key, 'callwall access', 32).toString('base64url')
}

/** Whether two secrets are equal, in a time that tells nothing of either, nor of how long they are. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
