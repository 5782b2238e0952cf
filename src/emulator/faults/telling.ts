/** One message about sessions on its way to every web client. */
export interface Telling {
  /** As it goes over the wire. */
  readonly text: string
  /** When it was to be told; epoch ms of site time. */
  readonly at: number
  /** Its place among all; a web client that was let in later never hears it, however late it comes. */
  readonly order: number
}

export type Tell = (telling: Telling) => void

/** A step of that way which may keep a message for a while. */
export interface Holding {
  readonly tell: Tell
  /** Passes on what is kept, at once. */
  release(): void
}
