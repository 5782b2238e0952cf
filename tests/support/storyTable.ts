import { foundSheet } from './storyTable/found.ts'
import { siteOf } from './storyTable/site.ts'
import { createTeller } from './storyTable/teller.ts'
import { wantedSheets } from './storyTable/wanted.ts'
import type { Sheet, Value } from './storyTable/wanted.ts'
import { wordsOf } from './storyTable/words.ts'

/** What the figures should be and what they are, by moment and scope; in seconds and shares, to the ninth decimal. */
export interface ToldStory {
  readonly expected: Readonly<Record<string, Sheet>>
  readonly found: Readonly<Record<string, Sheet>>
}

/**
 * Tells a centre (support, sales and desk of `centre.ts`) a story in two columns: `events | figures`. A blank line ends
 * a moment; at its end all figures of its right column must hold.
 *
 * Events: a time (seconds or `hh:mm[:ss]` since midnight, or with an offset, `02:10+01:00`), then clauses with commas
 * between them. A clause is a session and what it shows: `+361>5000` its parties (`>1021` the callee alone; a new
 * session then has the caller of its master), `of b` its master (`of -` none; by default itself), `dialed 5000`,
 * `since 60` its start as the PBX tells it, states in any spelling of the PBX (a session opens in the first, by default
 * in Setup), `?Word` one that nobody knows, `closed`. `snapshot` with clauses lists what is alive, `directory` the
 * extensions of the PBX (`1001:off` one that is not registered), `lost` is the loss of the connection; a time alone lets
 * time pass.
 *
 * `given` lines: `zone`, `day` (the one of midnight), `dayStartsAt 06:00`, `wrapUp` and `short` (seconds), `formula`,
 * `team id queue[,queue] agents` (`-` for no queues, `1001+6001` for one agent with two extensions).
 *
 * Figures: scopes with commas between them, then names and values (`-` for none, `1/3`). A scope is `all`, `queue:5000`
 * or `team:support`; with `@yesterday` of the day before; `queue:5000/30/09:30` a row of its intervals, `queue:5000/30`
 * all of them (`rows` counts them); `agent:1001` (also `state`); `span:10..20` (`isCovered`). What is not named goes
 * without saying: outcomes are 0, `waiting` too, `offered` is their sum, `waitingCalls` those that wait, `direct`,
 * `outbound`, `internal` 0 (of a queue: none), `calls` and `missed` of an agent 0, and where nobody is named there was
 * no visit.
 * @throws Error for a story that cannot be read
 */
export function tellStory(story: string): ToldStory {
  const site = siteOf(story)
  const teller = createTeller(site)
  const expected: Record<string, Sheet> = {}
  const found: Record<string, Sheet> = {}
  for (const moment of story.trim().split(/\n\s*\n/)) {
    const figures: string[] = []
    for (const line of moment.split('\n')) {
      const [left = '', right = ''] = line.split('|')
      teller.tell(left)
      figures.push(...wordsOf(right))
    }
    for (const [scope, wanted] of wantedSheets(figures)) {
      const key = `${teller.time} ${scope}`
      if (key in expected) throw new Error(`two moments of ${key}`)
      const sheet = foundSheet(teller, site, scope)
      const read = (name: string): Value => {
        if (!(name in sheet)) throw new Error(`no figure ${name} of ${key}`)
        return sheet[name]
      }
      expected[key] = rounded(wanted, (name) => wanted[name])
      found[key] = rounded(wanted, read)
    }
  }
  if (Object.keys(expected).length === 0) throw new Error('a story without figures')
  return { expected, found }
}

function rounded(names: Sheet, read: (name: string) => Value): Sheet {
  return Object.fromEntries(
    Object.keys(names).map((name) => {
      const value = read(name)
      return [name, typeof value === 'number' ? Number(value.toFixed(9)) : value]
    }),
  )
}
