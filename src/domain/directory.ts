import type { DirectoryEntry } from './sessionEvent.ts'

/** The extensions of the PBX as it told them last. */
export interface Directory {
  /** Replaces what was known before. */
  learn(entries: readonly DirectoryEntry[]): void
  entries(): readonly DirectoryEntry[]
  extensions(): readonly string[]
  /** Empty when there is no name for it. */
  nameOf(extension: string): string
  /** Whether the PBX says that it is not registered. */
  isOffline(extension: string): boolean
}

export function createDirectory(): Directory {
  let known = new Map<string, DirectoryEntry>()
  return {
    learn(entries) {
      known = new Map(entries.map((entry) => [entry.extension, entry]))
    },
    entries: () => [...known.values()],
    extensions: () => [...known.keys()],
    nameOf: (extension) => known.get(extension)?.name ?? '',
    isOffline: (extension) => known.get(extension)?.online === false,
  }
}
