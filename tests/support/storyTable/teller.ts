import type { Centre } from '../../../src/domain/centre.ts'
import type { SessionFacts } from '../../../src/domain/sessionEvent.ts'
import { facts, midnight, story } from '../centre.ts'
import type { Story } from '../centre.ts'
import { readClause } from './clause.ts'
import type { Site } from './site.ts'
import { secondsOf, wordsOf } from './words.ts'

/** Tells a centre the left column of a story. */
export interface Teller {
  readonly story: Story
  readonly centre: Centre
  tell(line: string): void
  /** The time of the last event, as the story writes it. */
  readonly time: string
  /** The instant of a time as the story writes it, epoch ms. */
  instantOf(clock: string): number
}

/** A teller at the site's midnight, when no session is alive. */
export function createTeller(site: Site): Teller {
  const told = story(site.settings)
  const sessions = new Map<string, SessionFacts>()
  const start = site.zone.dayStart(Date.parse(`${site.day}T12:00:00Z`), 0)
  let time = ''

  const instantOf = (clock: string): number => {
    const [local = '', offset] = clock.split(/(?=[+-])/)
    const isLocal = offset === undefined
    const at = isLocal ? start + secondsOf(local) * 1000 : Date.parse(site.day + 'T' + clock)
    if (Number.isNaN(at)) throw new Error(`no time: ${clock}`)
    return at
  }

  const open = (second: number, fresh: SessionFacts): void => {
    sessions.set(fresh.id, fresh)
    told.open(second, fresh.id, `${fresh.caller}>${fresh.callee}`, fresh)
  }

  const change = (second: number, id: string, changes: Partial<SessionFacts>): void => {
    sessions.set(id, { ...sessions.get(id)!, ...changes })
    told.change(second, id, changes)
  }

  /** A session that names only its callee has the caller of its master. */
  const freshFacts = (id: string, shown: Partial<SessionFacts>): SessionFacts => {
    const caller = sessions.get(shown.masterId ?? '')?.caller ?? ''
    return facts(id, { caller, ...shown })
  }

  const list = (at: number, words: readonly string[]): void => {
    const entries = words.map((word) => {
      const [extension = '', off] = word.split(':')
      return { extension, name: '', online: off === undefined }
    })
    told.centre.apply({ type: 'directory', at, entries })
  }

  const show = (second: number, [id = '', ...words]: readonly string[]): void => {
    const { facts: shown, states, isClosed } = readClause(words, instantOf)
    const [first, ...others] = states
    const changes = states.length === 0 ? shown : { ...shown, state: first }
    if (!sessions.has(id)) open(second, freshFacts(id, changes))
    else if (Object.keys(changes).length > 0) change(second, id, changes)
    for (const state of others) change(second, id, { state })
    if (isClosed) told.close(second, id)
  }

  const alive = ([id = '', ...words]: readonly string[]): SessionFacts => {
    const { facts: shown, states } = readClause(words, instantOf)
    const changes = states.length === 0 ? shown : { ...shown, state: states[0] }
    const former = sessions.get(id)
    const found = former === undefined ? freshFacts(id, changes) : { ...former, ...changes }
    sessions.set(id, found)
    return found
  }

  return {
    story: told,
    centre: told.centre,
    tell(line) {
      const [first = 'given', ...words] = wordsOf(line)
      if (first === 'given') return
      time = first
      const second = (instantOf(first) - midnight) / 1000
      const [event] = words
      if (event === undefined) told.until(second)
      else if (event === 'lost') told.lose(second)
      else if (event === 'directory') list(instantOf(first), words.slice(1))
      else if (event === 'snapshot') told.snapshot(second, ...clausesOf(words.slice(1)).map(alive))
      else for (const clause of clausesOf(words)) show(second, clause)
    },
    get time() {
      return time
    },
    instantOf,
  }
}

const clausesOf = (words: readonly string[]): readonly (readonly string[])[] =>
  words
    .join(' ')
    .split(',')
    .map(wordsOf)
    .filter(({ length }) => length > 0)
