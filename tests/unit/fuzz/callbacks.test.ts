import fc from 'fast-check'
import { test } from 'vitest'
import { longestText } from '@/domain/longestText.ts'
import type { SessionFacts } from '@/domain/sessionEvent.ts'
import { sessionStates } from '@/domain/sessionState.ts'
import { listActiveSessions } from '@/pbx/ozeki/activeSessions.ts'
import { readClient } from '@/pbx/ozeki/clientInfo.ts'
import { connectionWord, parseOutcome } from '@/pbx/ozeki/connectionWord.ts'
import { namesOfUser, readDirectory } from '@/pbx/ozeki/directoryReader.ts'
import { parseDuration } from '@/pbx/ozeki/duration.ts'
import { parseInstant } from '@/pbx/ozeki/instant.ts'
import { createOddities } from '@/pbx/ozeki/oddities.ts'
import type { Oddities } from '@/pbx/ozeki/oddities.ts'
import { readChange } from '@/pbx/ozeki/sessionChange.ts'
import { readSession } from '@/pbx/ozeki/sessionReader.ts'
import { expectNone } from '../../support/fuzz/expectNone.ts'
import { makeSession, oddSession, spoken, stateWord } from '../../support/fuzz/oddSessions.ts'
import type { OddSession } from '../../support/fuzz/oddSessions.ts'
import { makeOdd, odd } from '../../support/fuzz/oddValues.ts'
import { fuzz, patience } from '../../support/fuzz/runs.ts'

const secret = 'vQTJzve0J0mYsnvWjnnoUA'
const mostExamples = 10

const sessionOf = (recipe: OddSession): object => makeSession(recipe, {}, () => undefined)

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestText
}

function factFaults(facts: SessionFacts | undefined): readonly string[] {
  if (facts === undefined) return []
  const { state, direction, startedAt, ...texts } = facts
  const isState = state === undefined || sessionStates.includes(state)
  const isInstant = startedAt === undefined || Number.isInteger(startedAt)
  const isLegal = isState && isInstant && facts.id !== '' && Object.values(texts).every(isText)
  return isLegal && (direction === undefined || isText(direction)) ? [] : [JSON.stringify(facts)]
}

function oddityFaults(oddities: Oddities, log: readonly string[]): readonly string[] {
  const { count, examples } = oddities.summary()
  const said = [...examples, ...log]
  const isBounded = examples.length <= mostExamples && examples.length <= count
  const isPlain = said.every((line) => line.length < 2 * longestText && !line.includes(secret))
  return isBounded && isPlain ? [] : said
}

test('whatever a session callback hands over, what is read of it is legal', patience, () => {
  fc.assert(
    fc.property(oddSession, stateWord, odd, fc.boolean(), (recipe, said, name, isFirst) => {
      const session = sessionOf(recipe)
      const other = makeOdd(name)
      const args = isFirst ? [spoken(said), session, other] : [other, spoken(said)]
      const change = readChange(args, session, { id: 'a' }, {})
      expectNone(factFaults(change?.facts))
      expectNone(factFaults(readSession(session)))
      expectNone(factFaults(readSession(other, { id: 'b' })))
    }),
    fuzz('sessionCallbacks'),
  )
})

test('whatever else the script hands over, words are words and lists are lists', patience, () => {
  fc.assert(
    fc.property(odd, odd, oddSession, (name, other, recipe) => {
      const log: string[] = []
      const oddities = createOddities((line) => log.push(line))
      oddities.hide(secret)
      const value = makeOdd(name)
      const answer = (): unknown => value
      const helper = {
        getExtensions: () => (other === 'array' ? [value, sessionOf(recipe)] : makeOdd(other)),
        getOutsideLines: answer,
        getUserByExtension: answer,
        // Of ten thousand entries for each of eighty words there is nothing more to learn.
        getActiveSessionsBySessionState: name === 'sparse' ? undefined : answer,
      }
      const client = readClient({ phoneNumber: value, status: 'ONLINE', more: makeOdd(other) })
      const texts = [
        ...readDirectory(helper, new Map(), oddities).flatMap((one) => [one.extension, one.name]),
        ...namesOfUser({ fullName: 'Ana', devices: value }).flat(),
        ...listActiveSessions(helper, [value], oddities).map(({ hint }) => hint.id),
        ...(client === undefined ? [] : [client.id, client.name, client.route]),
        connectionWord(value),
      ]
      expectNone(texts.every(isText) ? [] : texts.map(String))
      parseOutcome('ACCESS_GRANTED', value)
      const at = parseInstant(value, () => 0) ?? 0
      const ms = parseDuration(value) ?? 0
      expectNone(Number.isInteger(at) && ms >= 0 ? [] : [`${at} ${ms}`])
      oddities.trouble(secret, value)
      oddities.word('word', secret)
      expectNone(oddityFaults(oddities, log))
    }),
    fuzz('otherCallbacks'),
  )
})
