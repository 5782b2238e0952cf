import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { AgentStatus } from '../../domain/agentState.ts'
import type { IntervalMinutes } from '../../domain/figures.ts'
import type { AgentRow, VolumeRow } from '../components/views.ts'
import { agentRowsOf } from '../stores/agentRows.ts'
import { useCentre } from '../stores/centre.ts'
import { keepSame } from '../stores/keepSame.ts'
import { volumeOf } from '../stores/teamVisits.ts'

/** What the charts of a wall tell of the day; the same objects as long as they tell the same. */
export interface TeamCharts {
  readonly volume: ComputedRef<readonly VolumeRow[]>
  readonly agentRows: ComputedRef<readonly AgentRow[]>
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
    const centre = wall.reading?.centre
    // Whoever talks, talks longer by the second.
    return centre === undefined || wall.now === 0
      ? []
      : keepSame(before, agentRowsOf(centre, agents()))
  })
  return {
    agentRows,
    volume: computed<readonly VolumeRow[]>((before = []) => {
      const centre = wall.reading?.centre
      // A new interval begins without any event.
      if (centre === undefined || wall.now === 0) return []
      const rows = volumeOf(centre, scope(), intervalMinutes())
      return keepSame(before, wall.connection.isLive ? rows : withValuesOf(before, rows))
    }),
  }
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
