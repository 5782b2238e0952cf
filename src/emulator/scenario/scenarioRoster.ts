import { demoRoster, siteEquipment } from '../roster.ts'
import type { Roster } from '../types.ts'
import type { ScenarioFile } from './scenario.ts'

/** Whom the file names; the people of the demo when it names nobody, and its line when it names no line. */
export function rosterOf(extensions: ScenarioFile['extensions']): Roster {
  if (extensions === undefined) return demoRoster()
  const ofType = (type: string): { extension: string; name: string }[] =>
    extensions
      .filter((listed) => listed.type === type)
      .map(({ id, name }) => ({ extension: id, name }))
  const lines = ofType('line').map(({ extension, name }) => ({ id: extension, name }))
  return {
    agents: ofType('phone'),
    queues: ofType('queue'),
    services: ofType('service'),
    outsideLines: lines.length > 0 ? lines : siteEquipment.outsideLines,
  }
}
