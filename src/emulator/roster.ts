import { agentName } from './agentNames.ts'
import type { PbxExtension, Roster } from './types.ts'

/** An extension of the emulated PBX that is in no team: it answers where a traffic file names no agent. */
export const spareExtension: PbxExtension = { id: '9999', name: 'Back office', type: 'SIP' }

/** The services and lines that every emulated site has. */
export const siteEquipment: Pick<Roster, 'services' | 'outsideLines'> = {
  services: [
    { extension: '50', name: 'Voicemail' },
    { extension: '900', name: 'IVR' },
  ],
  outsideLines: [{ id: 'line1', name: 'Main line' }],
}

const mostAgents = 1000

/** Invented people at the extensions 1001 and up, and two queues; the same number gives the same people. */
export function demoRoster(agents = 12): Roster {
  const count = Math.min(mostAgents, Math.max(1, Math.trunc(agents)))
  return {
    agents: Array.from({ length: count }, (_, index) => ({
      extension: String(1001 + index),
      name: agentName(index),
    })),
    queues: [
      { extension: '5000', name: 'Support' },
      { extension: '5001', name: 'Sales' },
    ],
    ...siteEquipment,
  }
}

/** What the PBX lists for a roster: its people, queues, services and lines, and the spare extension. */
export function extensionsOf(roster: Roster): readonly PbxExtension[] {
  const listed: PbxExtension[] = [
    ...roster.agents.map(({ extension, name }) => ({ id: extension, name, type: 'SIP' as const })),
    spareExtension,
    ...roster.queues.map(({ extension, name }) => ({
      id: extension,
      name,
      type: 'Queue' as const,
    })),
    ...roster.services.map(({ extension, name }) => ({
      id: extension,
      name,
      type: 'IVR' as const,
    })),
    ...roster.outsideLines.map(({ id, name }) => ({ id, name, type: 'OutsideLine' as const })),
  ]
  const seen = new Set<string>()
  return listed.filter(({ id }) => !seen.has(id) && seen.add(id))
}
