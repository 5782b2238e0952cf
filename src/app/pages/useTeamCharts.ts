import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { AgentStatus } from '../../domain/agentState.ts'
import type { FigureReader, IntervalMinutes } from '../../domain/figures.ts'
import type { AgentCounts, AgentRow, VolumeRow } from '../components/views.ts'
import { agentRowsOf } from '../stores/agentRows.ts'
import { useCentre } from '../stores/centre.ts'
import { keepSame } from '../stores/keepSame.ts'
import { volumeOf } from '../stores/teamVisits.ts'

/** What the charts and tiles of a wall tell of the day; the same objects as long as they tell the same. */
export interface TeamCharts {
  readonly volume: ComputedRef<readonly VolumeRow[]>
  readonly agentRows: ComputedRef<readonly AgentRow[]>
  /** What a tile shows of its agent's day. */
  readonly countsOf: (agent: AgentStatus) => AgentCounts
  /** The wall was not connected for part of the day. */
  readonly isPartial: ComputedRef<boolean>
}

/** Reads the day of the wall of `scope`, which shows `agents`. */
export function useTeamCharts(
  scope: () => string,
  agents: () => readonly AgentStatus[],
  intervalMinutes: () => IntervalMinutes,
): TeamCharts {
  const wall = useCentre()
  const agentRows = computed<readonly AgentRow[]>((before = []) => {
    const isSameTeam =
      before.length > 0 &&
      before.length === agents().length &&
      before.every(({ id }, index) => id === agents()[index]?.id)
    if (!wall.connection.isLive && isSameTeam) return before
    const centre = wall.publication?.centre
    // Whoever talks, talks longer by the second.
    return centre === undefined || wall.now === 0
      ? []
      : keepSame(before, agentRowsOf(centre, agents()))
  })
  const counts = computed<ReadonlyMap<string, AgentCounts>>((before = new Map()) => {
    const isKnown = before.size > 0 && agents().every(({ id }) => before.has(id))
    if (!wall.connection.isLive && isKnown) return before
    const centre = wall.publication?.centre
    return centre === undefined ? before : countsIn(centre, agents(), before)
  })

  return {
    agentRows,
    countsOf: ({ id }) => counts.value.get(id) ?? noCounts,
    volume: computed<readonly VolumeRow[]>((before = []) => {
      const centre = wall.publication?.centre
      // A new interval begins without any event.
      if (centre === undefined || wall.now === 0) return []
      const rows = volumeOf(centre, scope(), intervalMinutes())
      return keepSame(before, wall.connection.isLive ? rows : withValuesOf(before, rows))
    }),
    isPartial: computed(() => {
      const centre = wall.publication?.centre
      return centre !== undefined && !centre.isCovered(centre.dayStart(), wall.now)
    }),
  }
}

/** The same objects as `before` where they count the same, so that a tile need not change. */
function countsIn(
  centre: Pick<FigureReader, 'agentCounts'>,
  agents: readonly AgentStatus[],
  before: ReadonlyMap<string, AgentCounts>,
): ReadonlyMap<string, AgentCounts> {
  const counts = new Map<string, AgentCounts>()
  for (const { id, extensions } of agents) {
    const read = centre.agentCounts(extensions)
    const former = before.get(id)
    const isSame = former?.calls === read.calls && former.missed === read.missed
    counts.set(id, isSame ? former : read)
  }
  return counts
}

/** Intervals go on while nothing is known, but calls that wait or talk in them do not grow older. */
function withValuesOf(
  before: readonly VolumeRow[],
  rows: readonly VolumeRow[],
): readonly VolumeRow[] {
  const known = new Map(before.map((row) => [row.interval, row]))
  return rows.map((row) => {
    const { isOpen, isPartial, isSeen } = row
    return { ...row, ...known.get(row.interval), isOpen, isPartial, isSeen }
  })
}

const noCounts: AgentCounts = { calls: 0, missed: 0 }
