import { legsOf, outsideParty } from './calls.ts'
import type { Call } from './calls.ts'
import type { People } from './people.ts'
import { answeredAt, rangAt } from './sessions.ts'
import type { Leg } from './sessions.ts'

/** What belongs to a visit, before it is known how that came out. Times are epoch ms. */
export interface Stay {
  /** The first leg of it. */
  readonly arrival: Leg
  readonly arrivedAt: number
  readonly isArrivalSeen: boolean
  /** The time with the queue; empty where there is none. */
  readonly wait: readonly Leg[]
  /** Phones that rang, or may have rung, for it. */
  readonly ringing: readonly Leg[]
  readonly answer: Leg | undefined
  /** Where the call went on to unanswered: another queue or a service. */
  readonly moved: Leg | undefined
  /** Sessions with persons from the answer to the Call's next queue visit. */
  readonly service: readonly Leg[]
}

/** Every stay of a call with a queue, in order, with the queue. */
export function queueStays(
  call: Call,
  people: People,
): readonly (Stay & { readonly queue: string })[] {
  const legs = legsOf(call)
  const customer = outsideParty(call.sessions[0]!, people)
  const arrivals = legs.filter(({ callee }) => people.isQueue(callee))
  return arrivals.map((arrival, index) => {
    const next = arrivals[index + 1]
    const later = legs.filter((leg) => isAfter(leg, arrival) && (!next || isAfter(next, leg)))
    const machine = later.find(({ callee }) => people.isService(callee))
    const beforeMachine = later.filter((leg) => machine === undefined || isAfter(machine, leg))
    // A queue that calls a number outside, other than the caller's, has found a person there.
    const called = beforeMachine.filter(
      ({ callee }) => people.isPerson(callee) || (people.isOutside(callee) && callee !== customer),
    )
    const answer = firstAnswered(called)
    return {
      queue: arrival.callee,
      arrival,
      arrivedAt: arrival.from.at,
      isArrivalSeen: !arrival.session.isFound || arrival !== arrival.session.legs[0],
      wait: [arrival],
      ringing: called,
      answer,
      moved: answer === undefined ? (machine ?? next) : undefined,
      service: served(
        answer,
        later.filter((leg) => leg === answer || people.isPerson(leg.callee)),
      ),
    }
  })
}

/**
 * The stay of a call with people who have no queue, from the first ring at one of `extensions` for somebody outside;
 * `undefined` when none rang.
 */
export function peopleStay(
  call: Call,
  people: People,
  extensions: readonly string[],
): Stay | undefined {
  const legs = legsOf(call)
  const rung = legs.filter(
    (leg) =>
      extensions.includes(leg.callee) && people.isOutside(leg.caller) && rangAt(leg) !== undefined,
  )
  const arrival = rung.reduce<Leg | undefined>(
    (first, leg) => (first === undefined || rangAt(leg)! < rangAt(first)! ? leg : first),
    undefined,
  )
  if (arrival === undefined) return undefined
  const arrivedAt = rangAt(arrival)!
  const gone = legs.filter(
    (leg) => isAfter(leg, arrival) && (people.isQueue(leg.callee) || people.isService(leg.callee)),
  )
  const [moved] = gone
  const queue = gone.find(({ callee }) => people.isQueue(callee))
  const persons = legs.filter(
    (leg) => people.isPerson(leg.callee) && (queue === undefined || isAfter(queue, leg)),
  )
  const ringing = persons.filter(
    (leg) =>
      (leg.to === undefined || leg.to.at >= arrivedAt) &&
      (answeredAt(leg) ?? Infinity) >= arrivedAt &&
      (moved === undefined || isAfter(moved, leg)),
  )
  const answer = firstAnswered(ringing)
  return {
    arrival,
    arrivedAt,
    isArrivalSeen: !arrival.session.isFound,
    wait: [],
    ringing,
    answer,
    moved: answer === undefined ? moved : undefined,
    service: served(answer, persons),
  }
}

export function isAfter(one: Leg, other: Leg): boolean {
  return place(one) > place(other)
}

/** Of two legs that one event began, the second is the later one. */
function place(leg: Leg): number {
  return leg.from.order + leg.session.legs.indexOf(leg) / 1000
}

function firstAnswered(legs: readonly Leg[]): Leg | undefined {
  return legs
    .filter((leg) => answeredAt(leg) !== undefined)
    .reduce<Leg | undefined>(
      (first, leg) => (first === undefined || answeredAt(leg)! < answeredAt(first)! ? leg : first),
      undefined,
    )
}

/** The legs that were alive at the answer or began after it. */
function served(answer: Leg | undefined, persons: readonly Leg[]): readonly Leg[] {
  if (answer === undefined) return []
  const at = answeredAt(answer)!
  return persons.filter(
    (leg) =>
      (leg.to === undefined || leg.to.at > at || leg === answer) &&
      (answeredAt(leg) ?? Infinity) >= at,
  )
}
