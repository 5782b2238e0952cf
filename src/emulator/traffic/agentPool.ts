import { pick, type Random } from '../random.ts'

/** Which agents are free. */
export interface AgentPool {
  /** Takes who has been free the longest. */
  take(): string | undefined
  /** Takes any who is free. */
  takeAny(random: Random): string | undefined
  /** Takes this one, if he is free. */
  takeThis(agent: string): boolean
  release(agent: string): void
  /** Told after every release. */
  onFree(listener: () => void): void
}

/** A pool in which everybody is free. */
export function createAgentPool(agents: readonly string[]): AgentPool {
  const free = new Set(agents)
  let tell: () => void = () => undefined

  function taken(agent: string | undefined): string | undefined {
    if (agent !== undefined) free.delete(agent)
    return agent
  }

  return {
    take() {
      const [longest] = free
      return taken(longest)
    },
    takeAny: (random) => (free.size === 0 ? undefined : taken(pick(random, [...free]))),
    takeThis: (agent) => free.delete(agent),
    release(agent) {
      free.add(agent)
      tell()
    },
    onFree(listener) {
      tell = listener
    },
  }
}
