import type { CountedKind } from './callCounts.ts'
import type { Part } from './parts.ts'
import type { Visit } from './visit.ts'

/** What was counted of one call, so that it can be replaced when the call is read again. */
export interface Counted {
  visits: readonly Visit[]
  parts: readonly Part[]
  kind: CountedKind | undefined
}

export function nothingCounted(): Counted {
  return { visits: none, parts: none, kind: undefined }
}

const none: readonly never[] = []
