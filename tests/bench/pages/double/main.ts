import type { Step } from '../../events/steps.ts'
import { createPbxDouble } from './ozWebClient.ts'
import type { DoubleExtension } from './ozWebClient.ts'
import { playByFrames, playSteps } from './player.ts'
import { createProbe } from './probe.ts'

/** What a page is told of its case, before its own scripts run. */
export interface BenchCase {
  readonly extensions: readonly DoubleExtension[]
}

/** What the benchmark does in a page. */
export interface Bench {
  /** Takes steps in; they are not told yet. */
  load(steps: readonly Step[]): void
  /** Plays what was loaded. Every `markEvery`th step that changes a tile is watched; 0 for none. */
  start(markEvery: number): void
  isDone(): boolean
  /** Ms from due to painted since the last call; `open`: from due to now of what is not painted yet; and tasks longer than 50 ms. */
  read(): BenchReading
  /** Plays all that was loaded at once, and resolves with the ms until every tile shows its last state, painted. */
  burst(): Promise<number>
  /** When the first tile with a known state had been painted, ms after the beginning of the navigation; NaN before. */
  firstTileMs(): number
  /** Plays all that was loaded, so many a frame; resolves when the last of it is painted. */
  playByFrames(perFrame: number): Promise<void>
  /** Tells steps at once, in this task. */
  feed(steps: readonly Step[]): void
}

export interface BenchReading {
  readonly latencies: readonly number[]
  readonly open: readonly number[]
  readonly longTasks: readonly number[]
  /** Steps told since the last call. */
  readonly told: number
}

declare global {
  interface Window {
    benchCase: BenchCase
    bench: Bench
    OzWebClient: unknown
    ConnectionState: unknown
  }
}

const { extensions } = window.benchCase
const double = createPbxDouble(extensions)
const probe = createProbe(window)
let steps: Step[] = []
let isDone = false
let longTasks: number[] = []
let readSoFar = 0
let told = 0
let firstTileMs = NaN

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration)
}).observe({ entryTypes: ['longtask'] })

/** Looks once a frame, for as long as there is none; a message posted in a frame arrives when it has been painted. */
function awaitFirstTile(): void {
  const channel = new MessageChannel()
  const look = (): number => requestAnimationFrame(() => channel.port2.postMessage(0))
  channel.port1.onmessage = () => {
    if (document.querySelector('[data-tile]:not([data-state="unknown"])') === null) look()
    else {
      firstTileMs = performance.now()
      channel.port1.close()
    }
  }
  look()
}
awaitFirstTile()

window.OzWebClient = double.ozWebClient
window.ConnectionState = { ACCESS_GRANTED: 'ACCESS_GRANTED', ACCESS_DENIED: 'ACCESS_DENIED' }
window.bench = {
  load(more) {
    steps = steps.concat(more)
  },
  start(markEvery) {
    isDone = false
    let untilMark = markEvery
    const player = playSteps(steps, (step, dueAt) => {
      told++
      double.play(step)
      const [first] = step.tiles ?? []
      if (first === undefined || markEvery === 0) return
      for (const tile of step.tiles ?? []) probe.moveOn(tile)
      if (--untilMark <= 0 && probe.watch(first, dueAt)) untilMark = markEvery
    })
    void player.done.then(() => {
      isDone = true
    })
    steps = []
  },
  isDone: () => isDone,
  read() {
    const { latencies, open } = probe.read()
    const reading = { latencies: latencies.slice(readSoFar), open, longTasks, told }
    readSoFar = latencies.length
    longTasks = []
    told = 0
    return reading
  },
  burst() {
    const last = new Map(steps.flatMap(({ tiles }) => tiles ?? []))
    const begun = performance.now()
    const channel = new MessageChannel()
    const isShown = (): boolean =>
      [...last].every(([extension, state]) => {
        const tile = document.querySelector(`[data-tile][data-extension="${extension}"]`)
        // A tile that is on another page is shown when its turn comes.
        return tile === null || tile.getAttribute('data-state') === state
      })
    return new Promise((resolve) => {
      const look = (): number => requestAnimationFrame(() => channel.port2.postMessage(0))
      channel.port1.onmessage = () => {
        if (isShown()) resolve(performance.now() - begun)
        else look()
      }
      void playSteps(
        steps.map((step) => ({ ...step, at: 0 })),
        (step) => double.play(step),
      ).done.then(look)
      steps = []
    })
  },
  firstTileMs: () => firstTileMs,
  playByFrames(perFrame) {
    const now = steps
    steps = []
    told += now.length
    return playByFrames(now, perFrame, (step) => double.play(step))
  },
  feed(more) {
    for (const step of more) double.play(step)
  },
}
