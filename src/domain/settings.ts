/** One seat or person: a tile. `id` is the first extension. */
export interface AgentSettings {
  readonly id: string
  /** Empty when the directory is to tell. */
  readonly name: string
  readonly extensions: readonly string[]
}

export interface TeamSettings {
  readonly id: string
  readonly name: string
  readonly queues: readonly string[]
  readonly agents: readonly AgentSettings[]
}

export type ServiceLevelFormula = 'offered' | 'answered' | 'positive'

/** What the domain needs to know of a site; read from the config. */
export interface CentreSettings {
  /** IANA name of the site's zone. */
  readonly timeZone: string
  /** When the site's day begins, minutes after local midnight, on a whole half-hour. */
  readonly dayStartsAtMinutes: number
  readonly services: readonly string[]
  readonly teams: readonly TeamSettings[]
  readonly serviceLevel: {
    readonly answerWithinMs: number
    /** 0 switches short abandons off. */
    readonly shortAbandonMs: number
    readonly formula: ServiceLevelFormula
  }
  /** 0 for none. */
  readonly wrapUpMs: number
  readonly presence: {
    /** Number dialled -> reason. */
    readonly away: Readonly<Record<string, string>>
    /** Numbers that end an absence. */
    readonly back: readonly string[]
    /** Whether an agent without a session today is `notSeen`. */
    readonly notSeen: boolean
  }
}
