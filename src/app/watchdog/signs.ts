/** What can be seen of the wall from inside at one moment. */
export interface Signs {
  /** Whether somebody could see the page. */
  readonly isVisible: boolean
  /** Whether a frame was drawn since the signs were read before. */
  readonly hasDrawn: boolean
  /** Whether the wall has what it needs to be connected. */
  readonly isRunning: boolean
  /** The site's clock, and the last moment that the store has told of; epoch ms. */
  readonly clock: number
  readonly told: number
  /** How far the centre is, and how many of its publications have gone through the page. */
  readonly version: number
  readonly shown: number
  readonly isLive: boolean
  /** When the connection last became another one, epoch ms. */
  readonly connectedSince: number | undefined
  /** The connection is missing for a reason that a new page would not have either. */
  readonly isBarred: boolean
  /** The server hears the PBX. */
  readonly isPbxHeard: boolean
  /** The server has been silent for too long. */
  readonly isServerSilent: boolean
  /** Parts of the page that do not heal. */
  readonly hasBrokenPart: boolean
  /** 0..1 of the memory that the page may have; 0 where the browser does not tell. */
  readonly memory: number
}

/**
 * What may be wrong with a wall. `frames`: nothing is drawn; `clock`: the second tick has stopped; `unshown`: what
 * happens does not reach the page; `connection`: it is neither live nor tried again; `cutOff`: the server hears the PBX
 * and the wall does not; `deaf`: the server's stream is silent; `part`: a part of the page fails again and again;
 * `memory`: there is hardly any left.
 */
export type Symptom =
  'frames' | 'clock' | 'unshown' | 'connection' | 'cutOff' | 'deaf' | 'part' | 'memory'

const mostMemory = 0.8
/** A list or two may be late. */
const mostListsMissed = 3

/**
 * Whether the server hears the PBX: its list of calls, made at `at` (epoch ms, `undefined` for none), is not older than
 * that of a PBX that answers, which makes one every `everyMs`.
 */
export function isListFresh(at: number | undefined, now: number, everyMs: number): boolean {
  return at !== undefined && now - at <= mostListsMissed * everyMs
}

/** What is wrong at a look, compared with the look before. */
export const symptoms: Readonly<Record<Symptom, (before: Signs, now: Signs) => boolean>> = {
  frames: (before, now) => before.isVisible && now.isVisible && !now.hasDrawn,
  clock: (before, now) => now.isRunning && now.told === before.told && now.clock !== before.clock,
  unshown: (before, now) =>
    before.isVisible &&
    now.isVisible &&
    now.version !== before.version &&
    now.shown === before.shown,
  connection: (before, now) =>
    now.isRunning && !now.isLive && now.connectedSince === before.connectedSince,
  cutOff: (_before, now) => now.isRunning && !now.isLive && !now.isBarred && now.isPbxHeard,
  deaf: (_before, now) => now.isServerSilent,
  part: (_before, now) => now.hasBrokenPart,
  memory: (_before, now) => now.memory > mostMemory,
}
