import type { ShallowRef } from 'vue'
import { computed, shallowRef, watch } from 'vue'
import type { AgentStatus } from '../../domain/agentState.ts'
import type { AgentCounts } from '../../domain/figures.ts'
import type { AgentSettings } from '../../domain/settings.ts'
import type { LiveTile, TileView } from '../components/tileView.ts'
import type { Level } from '../components/views.ts'
import { messages } from '../locales/messages.ts'
import { useCentre } from '../stores/centre.ts'
import { levelOf } from '../stores/levels.ts'
import { useSite } from '../stores/site.ts'
import type { Parties } from './useParties.ts'

export interface TeamTilesOptions {
  /** In the order of their tiles. */
  readonly agents: () => readonly AgentStatus[]
  /** The same agents as the settings have them. */
  readonly settings: () => readonly AgentSettings[]
  /** The moment that the tiles tell of, epoch ms of site time. */
  readonly now: () => number
  readonly parties: Parties
}

interface Tile extends LiveTile {
  readonly shown: ShallowRef<TileView>
}

/** The tiles of a wall, each of which is drawn again only when something that it shows has changed. */
export function useTeamTiles({
  agents,
  settings,
  now,
  parties,
}: TeamTilesOptions): Readonly<ShallowRef<readonly LiveTile[]>> {
  const wall = useCentre()
  const site = useSite()
  const tiles = new Map<string, Tile>()
  const live = shallowRef<readonly LiveTile[]>([])
  const byId = computed(() => new Map(settings().map((agent) => [agent.id, agent])))

  const tileLevel = ({ state, since }: AgentStatus): Level => {
    const limits = site.config?.alerts.stateSeconds[state]
    return since === undefined ? 'ok' : levelOf((now() - since) / 1000, limits, false)
  }
  /** What was counted stays as it was while the wall is not live. */
  const countsOf = (agent: AgentStatus, former: AgentCounts): AgentCounts => {
    const centre = wall.publication?.centre
    if (centre === undefined || !wall.connection.isLive) return former
    const counts = centre.agentCounts(agent.extensions)
    return counts.calls === former.calls && counts.missed === former.missed ? former : counts
  }
  const viewOf = (agent: AgentStatus, counts: AgentCounts): TileView => ({
    agent,
    otherLabel: parties.otherLabel(agent),
    level: tileLevel(agent),
    counts,
  })

  const tileOf = (agent: AgentStatus): Tile => {
    const known = tiles.get(agent.id)
    if (known !== undefined) return known
    const shown = shallowRef(viewOf(agent, countsOf(agent, none)))
    const tile = { id: agent.id, shown, view: () => shown.value }
    tiles.set(agent.id, tile)
    return tile
  }

  const lay = (list: readonly AgentStatus[]): void => {
    const next = list.map(tileOf)
    const isSame =
      next.length === live.value.length && next.every((tile, place) => tile === live.value[place])
    if (!isSame) live.value = next
    const ids = new Set(list.map(({ id }) => id))
    for (const id of tiles.keys()) if (!ids.has(id)) tiles.delete(id)
  }

  /** Draws the tiles again of which `isDue` says so. */
  const refresh = (isDue: (status: AgentStatus, former: TileView) => boolean): void => {
    const centre = wall.publication?.centre
    if (centre === undefined) return
    for (const { id, shown } of tiles.values()) {
      const agent = byId.value.get(id)
      if (agent === undefined) continue
      const former = shown.value
      const status = centre.agent(agent)
      if (!isDue(status, former)) continue
      shown.value = viewOf(status, countsOf(status, former.counts))
    }
  }

  watch(agents, lay, { immediate: true })
  watch([() => wall.publication, () => wall.connection.isLive], () =>
    refresh((status, { agent }) => status !== agent),
  )
  watch(now, () => refresh((status, { level }) => tileLevel(status) !== level))
  // What was counted late, or is counted otherwise, without anything that the agent did.
  watch([() => wall.reading, () => wall.connection.isLive], () =>
    refresh((status, { counts }) => countsOf(status, counts) !== counts),
  )
  watch([parties.privacy, () => site.config, () => messages.locale], () => refresh(() => true))
  return live
}

const none: AgentCounts = { calls: 0, missed: 0 }
