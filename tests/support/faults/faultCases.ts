import type { Fault } from '../../../src/emulator/faults.ts'
import { isGauge, isVolume } from '../../../src/app/stores/figureCatalog.ts'
import type { FigureName } from '../../../src/app/stores/figureCatalog.ts'
import { hideEverything } from '../hideEverything.ts'
import type { Load } from './faultCalls.ts'
import type { FaultStage } from './faultStage.ts'

interface Step {
  begin(stage: FaultStage): Promise<unknown>
  end?(stage: FaultStage): unknown
}

/** How much a wall has to know of the day in the end. A figure that is wrong has to be marked in any case. */
export type Knowledge =
  /** Every figure is right, and none is marked. */
  | 'everything'
  /** Every gauge, and every count of visits and calls by when they began, from the PBX's history; the rest is marked. */
  | 'calls'
  /** The same, or everything. */
  | 'callsAtLeast'
  /** Nobody can tell what was lost. */
  | 'unknowable'

/** What a wall may and must show of a fault. */
interface Expectation {
  /**
   * Seconds after its begin within which the wall is not live; `undefined`: it need not be, since it sees what there is
   * to see or nothing tells that it does not.
   */
  readonly showsWithin: number | undefined
  /** Seconds after its end within which the wall is live again. */
  readonly livesWithin: number
  readonly knows: Knowledge
}

/** A fault under a load. */
export interface FaultCase extends Expectation {
  readonly name: string
  readonly load: Load
  readonly steps: readonly Step[]
}

/** Seconds within which a wall without its PBX says so, and one whose connection only looks alive. */
const loss = 5
const halfDead = 10
/** The longest pause between two tries, and a step. */
const pause = 32
/** After a second refusal a wall waits for as long as a minute, and a step. */
const deniedPause = 62

const during = (fault: Fault): Step => ({
  begin: ({ faults }) => faults.begin(fault),
  end: ({ faults }) => faults.end(fault.name),
})
const once = (fault: Fault): Step => ({ begin: ({ faults }) => faults.begin(fault) })
const reload: Step = {
  async begin(stage) {
    await stage.reload(stage.page)
    await hideEverything(stage.page)
  },
}
/** What a PBX has forgotten is no truth that a wall could know. */
function forgetting(): Step {
  let awake: () => void = () => undefined
  return {
    begin(stage) {
      awake = stage.forget()
      return Promise.resolve()
    },
    end: () => awake(),
  }
}

const unseen = { showsWithin: undefined, livesWithin: 1, knows: 'everything' } as const
const cut = { showsWithin: loss, livesWithin: pause, knows: 'calls' } as const

type Row = readonly [name: string, steps: readonly Step[], idle: Expectation, busy: Expectation]

const brief = { ...cut, livesWithin: 1 }
const rows: readonly Row[] = [
  ['nothing', [], unseen, unseen],
  ['drop', [once({ name: 'drop' })], { ...brief, knows: 'everything' }, brief],
  [
    'freeze',
    [during({ name: 'freeze' })],
    { ...cut, showsWithin: halfDead },
    { ...cut, showsWithin: halfDead },
  ],
  [
    'delay of 8 s',
    [during({ name: 'delay', seconds: 8 })],
    unseen,
    { ...cut, showsWithin: undefined },
  ],
  ['reorder', [during({ name: 'reorder' })], unseen, unseen],
  ['repeat', [during({ name: 'repeat' })], unseen, unseen],
  [
    'lose half',
    [during({ name: 'lose', share: 0.5 })],
    unseen,
    { ...cut, showsWithin: undefined, knows: 'unknowable' },
  ],
  [
    'garbage',
    [during({ name: 'garbage' })],
    unseen,
    { ...cut, showsWithin: undefined, knows: 'callsAtLeast' },
  ],
  ['restart', [during({ name: 'restart', keepsSessions: true })], cut, cut],
  [
    'restart, sessions forgotten',
    [forgetting(), during({ name: 'restart', keepsSessions: false })],
    cut,
    cut,
  ],
  [
    'ends untold',
    [during({ name: 'neverEnd', staysListed: false })],
    unseen,
    { ...cut, showsWithin: undefined },
  ],
  [
    'ends untold, still listed',
    [during({ name: 'neverEnd', staysListed: true })],
    unseen,
    { ...cut, showsWithin: undefined },
  ],
  ['tokens expire', [once({ name: 'expireTokens' })], { ...brief, knows: 'everything' }, brief],
  [
    'tokens refused',
    [during({ name: 'refuseTokens' }), once({ name: 'drop' })],
    { ...cut, livesWithin: deniedPause },
    { ...cut, livesWithin: deniedPause },
  ],
  ['no script', [during({ name: 'noScript' }), reload], cut, cut],
  [
    'no HTTP API',
    [during({ name: 'noApi' })],
    { ...cut, showsWithin: undefined, knows: 'callsAtLeast' },
    { ...cut, showsWithin: undefined, knows: 'callsAtLeast' },
  ],
  ['flood', [once({ name: 'flood', events: 5_000 })], unseen, unseen],
]

/** Every fault, with nothing going on and with calls in all that calls can do. */
export const faultCases: readonly FaultCase[] = rows.flatMap(([name, steps, idle, busy]) => [
  { ...idle, ...{ name, steps }, load: 'idle' },
  { ...busy, ...{ name, steps }, load: 'busy' },
])

/** Whether a wall that knows so much has to show the figure right. */
export function isDue(knows: Knowledge, name: string): boolean {
  if (knows === 'unknowable') return false
  return knows === 'everything' || isCount(name)
}

/** Whether a figure is right as soon as every call is known, and never marked then. */
export function isCount(name: string): boolean {
  return isGauge(name as FigureName) || isVolume(name as FigureName)
}
