import type { Random } from '../../../src/emulator/random.ts'

/** Who is free to take a call. */
export interface AgentPool {
  /** Hands an agent to `take` at once, or as soon as one is free, in the order asked. */
  whenFree(take: (agent: string) => void): void
  /** Hands an agent to `take` if one is free; otherwise `instead`, if given, is free again. */
  ifFree(take: (agent: string) => void, instead?: string): void
  free(agent: string): void
}

/** All of them free. Which of the free ones is taken is up to chance. */
export function createAgentPool(agents: readonly string[], random: Random): AgentPool {
  const idle = [...agents]
  const asked: ((agent: string) => void)[] = []

  const takeOne = (): string | undefined => {
    const last = idle.pop()
    if (last === undefined || idle.length === 0) return last
    const place = Math.floor(random() * (idle.length + 1))
    if (place === idle.length) return last
    const found = idle[place]
    idle[place] = last
    return found
  }
  const free = (agent: string): void => {
    const next = asked.shift()
    if (next === undefined) idle.push(agent)
    else next(agent)
  }

  return {
    free,
    whenFree(take) {
      const agent = takeOne()
      if (agent === undefined) asked.push(take)
      else take(agent)
    },
    ifFree(take, instead) {
      const agent = takeOne()
      if (agent !== undefined) take(agent)
      else if (instead !== undefined) free(instead)
    },
  }
}
