import type { TileFacts } from './tileElement.ts'

/** A session as the PBX's script shows it. */
export interface ShownSession {
  readonly sessionId: string
  readonly sessionState: string
  readonly caller: string
  readonly callee: string
}

/** One agent: the sessions he is in, the newest last, and what his tile shows of them. */
interface Seat {
  readonly extension: string
  readonly live: ShownSession[]
  readonly answered: Set<string>
  readonly facts: TileFacts
}

/** What the sessions mean for the agents. */
export interface LimitFloor {
  /** Takes in what a session says now. Tells the extensions whose tiles change. */
  hear(session: ShownSession, now: number): void
  facts(extension: string): TileFacts
}

const holds = ['CALLEEONHOLD', 'CALLERONHOLD', 'ONHOLD', 'ONHOLDINACTIVE']
const setups = ['CREATED', 'SETUP', 'TRANSFERSETUP', 'RINGING']
const talks = ['INCALL', 'TRANSFERREQUESTED', 'TRANSFERRING', 'TRANSFERFAILED']
const quiet = ['CANCELLED', 'CALLERHUNGUP']

/** Everybody is free. `names`: who has which extension, agents and queues. */
export function createLimitFloor(
  agents: readonly string[],
  names: ReadonlyMap<string, string>,
  onChange: (extension: string) => void,
): LimitFloor {
  const seats = new Map<string, Seat>()
  for (const extension of agents) {
    const facts: TileFacts = {
      ...{ state: 'available', isInternal: false, since: undefined },
      ...{ other: '', direction: 'inbound', calls: 0, missed: 0 },
    }
    seats.set(extension, { extension, live: [], answered: new Set(), facts })
  }

  const update = (seat: Seat, session: ShownSession, now: number): void => {
    const { live, answered, facts, extension } = seat
    const word = session.sessionState
    const place = live.findIndex(({ sessionId }) => sessionId === session.sessionId)
    const isOver = !setups.includes(word) && !talks.includes(word) && !holds.includes(word)
    if (isOver) {
      if (place < 0) return
      live.splice(place, 1)
      const rang = session.callee === extension && !answered.delete(session.sessionId)
      if (rang && !names.has(session.caller) && !quiet.includes(word)) facts.missed++
    } else if (place < 0) live.push(session)
    if (word === 'INCALL' && !answered.has(session.sessionId)) {
      answered.add(session.sessionId)
      facts.calls++
    }
    show(seat, now)
    onChange(extension)
  }

  const show = ({ live, facts, extension }: Seat, now: number): void => {
    const newest = live[live.length - 1]
    const state = newest === undefined ? 'available' : stateOf(newest, extension)
    if (state !== facts.state) facts.since = now
    facts.state = state
    facts.other = ''
    facts.isInternal = false
    if (newest === undefined) return
    const other = newest.callee === extension ? newest.caller : newest.callee
    facts.isInternal = names.has(other)
    facts.other = names.get(other) ?? other
    const ofOutside = newest.callee === extension ? 'inbound' : 'outbound'
    facts.direction = facts.isInternal ? 'internal' : ofOutside
  }

  return {
    hear(session, now) {
      for (const party of [session.callee, session.caller]) {
        const seat = seats.get(party)
        if (seat !== undefined) update(seat, session, now)
      }
    },
    facts: (extension) => seats.get(extension)!.facts,
  }
}

function stateOf({ sessionState, callee }: ShownSession, extension: string): TileFacts['state'] {
  if (holds.includes(sessionState)) return 'hold'
  if (talks.includes(sessionState)) return 'talking'
  return callee === extension ? 'ringing' : 'dialing'
}
