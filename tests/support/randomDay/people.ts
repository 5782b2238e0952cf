/** Numbers that the stories use: agents of the teams below, and what else there is at the PBX. */
export const agents = ['1001', '1002', '1003', '6003', '1010', '1011', '1020', '1021', '1030']
export const queues = ['5000', '5001', '5002']
export const service = '900'
export const codes = ['*45', '*46']

/** Two phones of one agent: nobody calls himself. */
const twins = ['1003', '6003']

/** `wanted`, or the next agent when he is one of `taken` already. */
export function agentOtherThan(wanted: string, taken: readonly string[]): string {
  const all = taken.some((one) => twins.includes(one)) ? [...taken, ...twins] : taken
  if (!all.includes(wanted)) return wanted
  const place = agents.indexOf(wanted)
  const inTurn = [...agents.slice(place + 1), ...agents]
  return inTurn.find((agent) => !all.includes(agent)) ?? wanted
}

/** `wanted`, or another queue when that is where the caller is. */
export function queueOtherThan(wanted: string, current: string): string {
  return wanted === current ? queues.find((queue) => queue !== current)! : wanted
}
