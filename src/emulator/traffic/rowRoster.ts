import { agentName } from '../agentNames.ts'
import { demoRoster, siteEquipment, spareExtension } from '../roster.ts'
import type { Roster } from '../types.ts'
import type { TrafficRow } from './csv.ts'

/** The agents and queues that a traffic file names, in the order of their numbers, under invented names. */
export function rosterOfRows(rows: readonly TrafficRow[]): Roster {
  const queueNames = new Map(demoRoster().queues.map(({ extension, name }) => [extension, name]))
  const agents = distinct(rows.map((row) => row.agent))
  return {
    agents: agents
      .filter((extension) => extension !== spareExtension.id)
      .map((extension, index) => ({ extension, name: agentName(index) })),
    queues: distinct(rows.map((row) => row.queue)).map((extension) => ({
      extension,
      name: queueNames.get(extension) ?? `Queue ${extension}`,
    })),
    ...siteEquipment,
  }
}

function distinct(numbers: readonly string[]): readonly string[] {
  const order = new Intl.Collator('en', { numeric: true })
  return [...new Set(numbers)].filter((number) => number !== '').sort(order.compare)
}
