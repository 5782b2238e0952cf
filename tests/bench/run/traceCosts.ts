/** What the main thread spent its processor time on, ms. Each moment is counted once, for the innermost kind of work. */
export interface TraceCosts {
  readonly script: number
  readonly style: number
  readonly layout: number
  readonly paint: number
  /** Tasks as a whole, with all of the above and what is none of them. */
  readonly task: number
  /** Tasks of more than 50 ms of processor time. */
  readonly longTasks: number
  /** Share of the tasks' time by the clock in which the thread had no processor: other programs had it. */
  readonly stolen: number
  /** From the first to the last moment of the trace in which the main thread did anything, ms by the clock. */
  readonly spanMs: number
  readonly droppedFrames: number
  readonly frames: number
}

/** An event of a trace, as Chromium writes it: times in µs. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread. */
  readonly tdur?: number
  readonly args: Readonly<Record<string, unknown>>
}

type Kind = 'script' | 'style' | 'layout' | 'paint'

const kinds: Readonly<Record<string, Kind>> = {
  EvaluateScript: 'script',
  'v8.compile': 'script',
  'v8.run': 'script',
  FunctionCall: 'script',
  TimerFire: 'script',
  FireAnimationFrame: 'script',
  EventDispatch: 'script',
  RunMicrotasks: 'script',
  MinorGC: 'script',
  MajorGC: 'script',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  UpdateLayer: 'paint',
}

/** The trace's categories that `traceCosts` reads. */
export const traceCategories = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  '__metadata',
] as const

const longTaskMs = 50

/** Sums up the one renderer that was traced. */
export function traceCosts(events: readonly TraceEvent[]): TraceCosts {
  const pid = tracedProcess(events)
  const main = events.find(
    ({ name, args, ...event }) =>
      name === 'thread_name' && args['name'] === 'CrRendererMain' && event.pid === pid,
  )?.tid
  const costs = { script: 0, style: 0, layout: 0, paint: 0, task: 0, longTasks: 0 }
  const own = events.filter((event) => event.pid === pid && event.ph === 'X' && event.tid === main)
  for (const { kind, ms } of ownTimes(own)) costs[kind] += ms
  const tasks = own.filter(({ name }) => name === 'RunTask')
  let byClock = 0
  let first = Infinity
  let last = -Infinity
  for (const event of tasks) {
    const ms = msOf(event)
    costs.task += ms
    if (ms > longTaskMs) costs.longTasks++
    byClock += (event.dur ?? 0) / 1000
    first = Math.min(first, event.ts)
    last = Math.max(last, event.ts + (event.dur ?? 0))
  }
  const count = (wanted: string): number =>
    events.filter(({ name, ...event }) => name === wanted && event.pid === pid).length
  return {
    ...costs,
    stolen: byClock === 0 ? 0 : Math.max(0, 1 - costs.task / byClock),
    spanMs: Math.max(0, last - first) / 1000,
    droppedFrames: count('DroppedFrame'),
    frames: count('BeginMainThreadFrame'),
  }
}

function tracedProcess(events: readonly TraceEvent[]): number | undefined {
  for (const { name, args } of events) {
    if (name !== 'TracingStartedInBrowser') continue
    const { data } = args as { data?: { frames?: readonly { processId?: number }[] } }
    return data?.frames?.[0]?.processId
  }
  return undefined
}

/** The times of the events that are of a kind, each without those inside it. */
function ownTimes(events: readonly TraceEvent[]): readonly { kind: Kind; ms: number }[] {
  const found: { kind: Kind; ms: number; end: number }[] = []
  const open: typeof found = []
  const known = events.filter(({ name }) => kinds[name] !== undefined)
  for (const event of [...known].sort((one, other) => one.ts - other.ts || wide(other, one))) {
    while (open.length > 0 && open[open.length - 1]!.end <= event.ts) open.pop()
    const outer = open[open.length - 1]
    const ms = msOf(event)
    if (outer !== undefined) outer.ms -= ms
    const entry = { kind: kinds[event.name]!, ms, end: event.ts + (event.dur ?? 0) }
    found.push(entry)
    open.push(entry)
  }
  return found
}

const wide = (one: TraceEvent, other: TraceEvent): number => (one.dur ?? 0) - (other.dur ?? 0)

/** Processor time where the trace has it: other programs of the machine do not count. */
function msOf({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur ?? 0) / 1000
}
