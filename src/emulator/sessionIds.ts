import type { Random } from './random.ts'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Makes ids of 5 or 6 letters and digits, as the PBX does, each one that is not taken. */
export function createSessionIds(random: Random, isTaken: (id: string) => boolean): () => string {
  function draw(): string {
    const length = random() < 0.5 ? 5 : 6
    let id = ''
    while (id.length < length) id += letters.charAt(Math.floor(random() * letters.length))
    return id
  }
  return () => {
    let id = draw()
    while (isTaken(id)) id = draw()
    return id
  }
}
