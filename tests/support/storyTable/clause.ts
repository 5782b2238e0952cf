import type { SessionFacts } from '../../../src/domain/sessionEvent.ts'
import { parseState } from '../../../src/pbx/ozeki/vocabulary.ts'
import { known } from './words.ts'

type States = readonly SessionFacts['state'][]

/** What a clause of a story tells of one session. */
export interface Clause {
  readonly facts: Partial<SessionFacts>
  readonly states: States
  readonly isClosed: boolean
}

/** @param instantOf the instant of a time as the story writes it, epoch ms */
export function readClause(words: readonly string[], instantOf: (clock: string) => number): Clause {
  let facts: Partial<SessionFacts> = {}
  const states: SessionFacts['state'][] = []
  let isClosed = false
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === 'closed') isClosed = true
    else if (word === 'of') facts = { ...facts, masterId: (rest.shift() ?? '').replace('-', '') }
    else if (word === 'dialed') facts = { ...facts, dialed: rest.shift() ?? '' }
    else if (word === 'since') facts = { ...facts, startedAt: instantOf(rest.shift() ?? '') }
    else if (word.includes('>')) facts = { ...facts, ...partiesOf(word) }
    else states.push(word.startsWith('?') ? undefined : known(parseState(word), word))
  }
  return { facts, states, isClosed }
}

function partiesOf(word: string): Partial<SessionFacts> {
  const [caller = '', callee = ''] = word.split('>')
  return { ...(caller === '' ? {} : { caller }), ...(callee === '' ? {} : { callee }) }
}
