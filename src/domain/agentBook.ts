import { createDaySums } from './daySums.ts'
import type { AgentCounts, AgentFigures } from './figures.ts'
import { larger } from './maximum.ts'
import { liveTalkMs } from './parts.ts'
import type { Part } from './parts.ts'
import type { Roles } from './roles.ts'
import type { Session } from './session.ts'
import { share } from './tally.ts'
import { quarterMinutes } from './zone.ts'
import type { Zone } from './zone.ts'

/** What an extension did on one day. */
interface AgentSum {
  calls: number
  missed: number
  talkMs: number
  handled: number
  handleMs: number
  lastEndedAt: number | undefined
}

/** What our extensions did. Whoever counts a call keeps its parts, and replaces them when it changes. */
export interface AgentBook {
  /** Counts `come` in the place of `gone`. */
  replace(gone: readonly Part[], come: readonly Part[]): void
  /** `live`: the sessions that the extensions are in, of which the talk until `now` (epoch ms) counts. */
  figures(
    extensions: readonly string[],
    day: number,
    live: Iterable<Session>,
    now: number,
  ): AgentFigures
  counts(extensions: readonly string[], day: number): AgentCounts
  /** Whether one of them talked in a session that was answered on the day that begins at `day`, epoch ms. */
  hasTalkedOn(extensions: readonly string[], day: number): boolean
  /** The same for [from, to), which are bounds of quarters of an hour. */
  hasTalked(extensions: readonly string[], from: number, to: number): boolean
  dropBefore(day: number): void
}

export function createAgentBook(zone: Zone, dayStartsAtMinutes: number, roles: Roles): AgentBook {
  const sums = createDaySums(emptySum, zone, dayStartsAtMinutes)
  /** In how many sessions each extension talked, by the quarter of an hour in which they were answered. */
  const talks = new Map<number, Map<string, number>>()

  const countTalk = (extension: string, at: number, sign: 1 | -1): void => {
    const quarter = zone.intervalStart(at, quarterMinutes)
    let counts = talks.get(quarter)
    if (counts === undefined) talks.set(quarter, (counts = new Map<string, number>()))
    counts.set(extension, (counts.get(extension) ?? 0) + sign)
  }

  const put = (part: Part, sign: 1 | -1): void => {
    const { extension, talkedAt, missedAt } = part
    const talk = talkedAt === undefined ? undefined : sums.holding(extension, talkedAt)
    if (talkedAt !== undefined && talk !== undefined) {
      addTalk(talk, part, sign)
      countTalk(extension, talkedAt, sign)
    }
    const miss = missedAt === undefined ? undefined : sums.holding(extension, missedAt)
    if (miss !== undefined) miss.missed += sign
  }

  return {
    replace(gone, come) {
      if (isSameParts(gone, come)) return
      for (const part of gone) put(part, -1)
      for (const part of come) put(part, 1)
    },
    figures(extensions, day, live, now) {
      const total = emptySum()
      for (const extension of extensions) {
        const sum = sums.ofDay(extension, day)
        if (sum !== undefined) addSum(total, sum)
      }
      for (const session of live) {
        const talkedAt = session.legs.find(({ answeredAt }) => answeredAt !== undefined)?.answeredAt
        if (talkedAt === undefined || zone.dayStart(talkedAt, dayStartsAtMinutes) !== day) continue
        total.talkMs += liveTalkMs(session, extensions, roles, now)
      }
      return {
        calls: total.calls,
        missed: total.missed,
        talkSeconds: total.talkMs / 1000,
        averageHandleTime: share(total.handleMs / 1000, total.handled),
        lastCallEndedAt: total.lastEndedAt,
      }
    },
    counts(extensions, day) {
      let calls = 0
      let missed = 0
      for (const extension of extensions) {
        const sum = sums.ofDay(extension, day)
        calls += sum?.calls ?? 0
        missed += sum?.missed ?? 0
      }
      return { calls, missed }
    },
    hasTalkedOn: (extensions, day) =>
      extensions.some((extension) => (sums.ofDay(extension, day)?.calls ?? 0) > 0),
    hasTalked(extensions, from, to) {
      for (let start = from; start < to; start = zone.nextInterval(start, quarterMinutes)) {
        const counts = talks.get(start)
        if (extensions.some((extension) => (counts?.get(extension) ?? 0) > 0)) return true
      }
      return false
    },
    dropBefore(day) {
      sums.dropBefore(day)
      for (const start of talks.keys()) if (start < day) talks.delete(start)
    },
  }
}

function isSameParts(one: readonly Part[], other: readonly Part[]): boolean {
  return one.length === other.length && one.every((part, index) => isSamePart(part, other[index]))
}

function isSamePart(one: Part, other: Part | undefined): boolean {
  return (
    one.extension === other?.extension &&
    one.talkedAt === other.talkedAt &&
    one.talkMs === other.talkMs &&
    one.handleMs === other.handleMs &&
    one.endedAt === other.endedAt &&
    one.missedAt === other.missedAt
  )
}

function emptySum(): AgentSum {
  return { calls: 0, missed: 0, talkMs: 0, handled: 0, handleMs: 0, lastEndedAt: undefined }
}

function addTalk(sum: AgentSum, part: Part, sign: 1 | -1): void {
  sum.calls += sign
  sum.talkMs += sign * part.talkMs
  if (part.handleMs !== undefined) {
    sum.handled += sign
    sum.handleMs += sign * part.handleMs
  }
  // An end is never taken back, so the latest one stays the latest.
  sum.lastEndedAt = larger(sum.lastEndedAt, part.endedAt)
}

function addSum(total: AgentSum, sum: AgentSum): void {
  total.calls += sum.calls
  total.missed += sum.missed
  total.talkMs += sum.talkMs
  total.handled += sum.handled
  total.handleMs += sum.handleMs
  total.lastEndedAt = larger(total.lastEndedAt, sum.lastEndedAt)
}
