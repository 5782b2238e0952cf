import type {
  CentreSettings,
  ServiceLevelFormula,
  TeamSettings,
} from '../../../src/domain/settings.ts'
import { createZone } from '../../../src/domain/zone.ts'
import type { Zone } from '../../../src/domain/zone.ts'
import { seat, settings } from '../centre.ts'
import { known, secondsOf, wordsOf } from './words.ts'

/** Where and when a story plays. */
export interface Site {
  readonly settings: CentreSettings
  readonly zone: Zone
  /** Local date from whose midnight the story's times count. */
  readonly day: string
}

type Given = (site: CentreSettings, ...words: string[]) => CentreSettings

const givens: Readonly<Record<string, Given>> = {
  zone: (site, timeZone = '') => ({ ...site, timeZone }),
  dayStartsAt: (site, clock = '') => ({ ...site, dayStartsAtMinutes: secondsOf(clock) / 60 }),
  wrapUp: (site, seconds) => ({ ...site, wrapUpMs: Number(seconds) * 1000 }),
  short(site, seconds) {
    const shortAbandonMs = Number(seconds) * 1000
    return { ...site, serviceLevel: { ...site.serviceLevel, shortAbandonMs } }
  },
  formula(site, word) {
    const formula = word as ServiceLevelFormula
    return { ...site, serviceLevel: { ...site.serviceLevel, formula } }
  },
  team(site, id = '', queues = '', ...agents) {
    const team: TeamSettings = {
      id,
      name: id,
      queues: queues === '-' ? [] : queues.split(','),
      agents: agents.map((extensions) => {
        const [first = '', ...others] = extensions.split('+')
        return { ...seat(first), extensions: [first, ...others] }
      }),
    }
    return { ...site, teams: [...site.teams.filter((other) => other.id !== id), team] }
  },
}

/** The site that the `given` lines of a story describe; the usual one of the tests where they are silent. */
export function siteOf(story: string): Site {
  let site = settings()
  let day = '1999-10-04'
  for (const line of story.split('\n')) {
    const [given, name = '', ...words] = wordsOf(line.split('|')[0] ?? '')
    if (given !== 'given') continue
    if (name === 'day') day = words.join()
    else site = known(givens[name], line)(site, ...words)
  }
  return { settings: site, zone: createZone(site.timeZone), day }
}
