import type { VNode } from 'vue'
import { h } from 'vue'
import AlertLine from '@/app/components/AlertLine.vue'
import ChartsBoard from '@/app/components/ChartsBoard.vue'
import FigureStrip from '@/app/components/FigureStrip.vue'
import PageSign from '@/app/components/PageSign.vue'
import PopupStack from '@/app/components/PopupStack.vue'
import QueueRows from '@/app/components/QueueRows.vue'
import StateBar from '@/app/components/StateBar.vue'
import TileGrid from '@/app/components/TileGrid.vue'
import VolumeChart from '@/app/components/VolumeChart.vue'
import type { ConnectionName, FigureBlockName } from '@/app/locales/en.ts'
import { createSiteTime } from '@/app/components/siteTime.ts'
import type { Age, AsOfView } from '@/app/components/staleness.ts'
import type { FigureView, PopupView, Setback } from '@/app/components/views.ts'
import WaitingList from '@/app/components/WaitingList.vue'
import ComebackLine from '@/app/components/ComebackLine.vue'
import ConnectionBanner from '@/app/components/ConnectionBanner.vue'
import WallFooter from '@/app/components/WallFooter.vue'
import WallHeader from '@/app/components/WallHeader.vue'
import { messages } from '@/app/locales/messages.ts'
import type { FigureName } from '@/app/stores/figureCatalog.ts'
import { figureBlocks, isGauge, isOfTeams } from '@/app/stores/figureCatalog.ts'
import { figureKind } from '@/app/components/figureKind.ts'
import { agentStates } from '@/domain/agentState.ts'
import type { SessionState } from '@/domain/sessionState.ts'
import {
  agent,
  agentRow,
  figure,
  label,
  noon,
  outside,
  popup,
  queue,
  volumeRow,
  waiting,
  tiles,
} from './builders.ts'

type Slots = Readonly<Record<string, () => VNode | VNode[]>>

const now = noon
const values = { count: 231, seconds: 3599, ratio: 0.799 }

const anyFigure = (name: FigureName, scope = 'team:support', note = ''): FigureView => {
  const kind = figureKind(name)
  return figure({ name, scope, kind, value: values[kind], note, isPartial: !isGauge(name) })
}

const strip = (): FigureView[] => {
  const notes = messages.figureNotes
  return [
    anyFigure('waitingCalls', undefined, notes.now),
    anyFigure('longestWaitNow', undefined, notes.now),
    anyFigure('serviceLevel', undefined, notes.target(20, 0.8)),
    anyFigure('answered', undefined, notes.offered(231)),
    anyFigure('abandonRate', undefined, notes.abandoned(14, 3)),
    anyFigure('agentsAvailable', undefined, notes.atWork(26)),
  ]
}
const lists = (
  [
    ['averageSpeedOfAnswer', 'averageHandleTime'],
    ['direct', 'outbound', 'internal'],
  ] as const
).map((list) => list.map((name) => ({ ...anyFigure(name), isPartial: false })))

/** So many people that every state is shown, and talk among ourselves too. */
const people = (count: number): ReturnType<typeof agent>[] =>
  Array.from({ length: count }, (_, index) =>
    agent({
      id: String(1001 + index),
      state: agentStates[index % agentStates.length] ?? 'talking',
      since: noon - (index % agentStates.length < 5 ? 754_000 : 3_723_000),
      isInternal: index % 20 === 0,
    }),
  )
const counts = { calls: 11, missed: 2 }
const popups = (states: readonly SessionState[]): PopupView[] =>
  states.map((state, index) => popup({ callId: String(index), state }))

/** Two months and more ago: as long as a moment gets. */
const liveUntil = Date.UTC(2026, 8, 23, 21, 59)

/** What the frame of a wall that is not live is told. */
export const staleFrame = (): { age: Age; asOf: AsOfView } => ({
  age: 'old',
  asOf: { at: liveUntil, text: createSiteTime('Europe/Budapest').moment(liveUntil, noon) },
})

const header = (state: ConnectionName, isLive: boolean): VNode =>
  h(
    WallHeader,
    {
      title: 'Support',
      siteName: 'Contoso',
      now,
      timeZone: 'Europe/Budapest',
      connection: { state, isLive, since: noon, scriptUrl: '', setback: setbackOf(state, isLive) },
      liveUntil,
    },
    () => h(PageSign, { page: 1, pages: 5, everySeconds: 15, isPaused: isLive }),
  )
/** While the wall tries again it says why it has to. */
const setbackOf = (state: ConnectionName, isLive: boolean): Setback | undefined =>
  isLive || state === 'denied' || state === 'scriptMissing' ? undefined : 'silent'

const footer = (state: ConnectionName, isLive: boolean): VNode =>
  h(
    WallFooter,
    { note: messages.formula({ ...formula, formula: 'positive' }) },
    {
      default: () =>
        h(AlertLine, {
          alert: { kind: 'longWait', subject: '', limit: 120, isOver: true, moreCount: 2 },
          sound: 'blocked',
        }),
      ...(isLive
        ? {
            news: () =>
              h(ComebackLine, {
                comeback: { from: noon - 7_990_000, to: noon, recovered: 123, unknown: 45 },
              }),
          }
        : {
            banner: () =>
              h(ConnectionBanner, {
                connection: {
                  ...{ state, isLive, since: noon, scriptUrl: '' },
                  setback: setbackOf(state, isLive) ?? 'denied',
                },
                timeZone: 'Europe/Budapest',
                now,
                liveUntil,
              }),
          }),
    },
  )
const formula = { formula: 'offered', answerWithinSeconds: 20, target: 0.8, shortAbandonSeconds: 5 }
const volume = [
  volumeRow('09:00', { offered: 30, answered: 20, abandoned: 4, serviceLevel: 0.8 }),
  volumeRow('09:30', { offered: 4, answered: 3, isPartial: true }),
]

/** The slots of a wall with all that it may have to say at once. */
export function fullWall(
  states: readonly SessionState[],
  connection: ConnectionName,
  isLive: boolean,
  agentCount = 20,
): Slots {
  const isStale = !isLive
  return {
    header: () => header(connection, isLive),
    strip: () => [
      h(FigureStrip, { figures: strip(), lists, isStale }),
      h(QueueRows, { queues: ['5000', '5001'].map((id) => queue(id, 12)), isStale }),
    ],
    bar: () => h(StateBar, { agents: people(20), namedElsewhere: ['available'], isStale }),
    tiles: () =>
      h(TileGrid, { tiles: tiles(people(agentCount), { counts }), now: () => now, isStale }),
    side: () =>
      h(WaitingList, {
        waiting: [waiting('1', noon), { ...waiting('2', noon), caller: outside('+36 1 555') }],
        now,
        isStale,
        label,
        thresholds: undefined,
      }),
    popups: () => h(PopupStack, { popups: popups(states), moreCount: isLive ? 3 : 0, label }),
    chart: () => h(VolumeChart, { rows: volume }),
    footer: () => footer(connection, isLive),
  }
}

const blockNames = Object.keys(figureBlocks) as FigureBlockName[]
const scopes = [
  { scope: 'team:support', name: 'Support' },
  { scope: 'queue:5000', name: 'Queue' },
]

/** The slots of a wall of charts, with the table of every figure. */
export function fullCharts(): Slots {
  const blocks = blockNames.map((name) => ({
    name,
    rows: figureBlocks[name].map((figureName) =>
      scopes.map(({ scope }) =>
        scope.startsWith('queue:') && isOfTeams(figureName)
          ? undefined
          : anyFigure(figureName, scope),
      ),
    ),
  }))
  const agents = Array.from({ length: 40 }, (_, index) =>
    agentRow(String(1001 + index), { calls: 12, missed: 3 }),
  )
  return {
    header: () => header('granted', true),
    tiles: () =>
      h(ChartsBoard, {
        volume,
        target: 0.8,
        intervalMinutes: 30,
        agents,
        isPartial: true,
        blocks,
        scopes,
        isStale: false,
      }),
    footer: () => h(WallFooter, { note: messages.formula({ ...formula, formula: 'offered' }) }),
  }
}
