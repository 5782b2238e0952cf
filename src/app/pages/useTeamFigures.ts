import type { ComputedRef } from 'vue'
import { computed, onScopeDispose, watch } from 'vue'
import { queueScope } from '../../domain/visit.ts'
import type { TeamSettings } from '../../domain/settings.ts'
import type { FigureBlockView, FigureView, QueueView, ScopeView } from '../components/views.ts'
import { messages } from '../locales/messages.ts'
import { useCentre } from '../stores/centre.ts'
import type { ScopeReading, Thresholds } from '../stores/figureViews.ts'
import { useHeldLevels } from '../stores/heldLevels.ts'
import { keepSame } from '../stores/keepSame.ts'
import { useSite } from '../stores/site.ts'
import {
  blocksOf,
  keepBlocks,
  listsOf,
  queueOf,
  stripOf,
  withoutFigures,
} from '../stores/teamFigures.ts'
import { queuesOf } from '../stores/teamScope.ts'
import { thresholdsOf, useThresholds } from './useThresholds.ts'

/** A wall's figures as they are shown, with levels that do not flicker. */
export interface TeamFigures {
  readonly strip: ComputedRef<readonly FigureView[]>
  readonly lists: ComputedRef<readonly (readonly FigureView[])[]>
  /** One row a queue, as many as there is room for; none where the queue's figures are the team's own. */
  readonly queues: ComputedRef<readonly QueueView[]>
  readonly moreQueues: ComputedRef<number>
  /** Every figure of the team and of its queues. */
  readonly blocks: ComputedRef<readonly FigureBlockView[]>
  /** Those that stand in none of strip, lists and queues. */
  readonly otherBlocks: ComputedRef<readonly FigureBlockView[]>
  /** The columns of `blocks`. */
  readonly scopes: ComputedRef<readonly ScopeView[]>
}

/** Reads the figures of the wall of `scope`, which shows `teams`, for as long as the page shows it. */
export function useTeamFigures(
  scope: () => string,
  title: () => string,
  teams: () => readonly TeamSettings[],
): TeamFigures {
  const wall = useCentre()
  const site = useSite()
  const levels = useHeldLevels()

  const thresholds = useThresholds(teams)
  const scopes = computed<readonly ScopeView[]>(() => [
    { scope: scope(), name: title() },
    ...queuesOf(teams()).map((queue) => {
      return { scope: queueScope(queue), name: wall.nameOfScope(queueScope(queue)) }
    }),
  ])
  const limits = computed(() => {
    const ofQueue = (queue: string): Thresholds =>
      thresholdsOf(
        site.config,
        teams().find(({ queues }) => queues.includes(queue)),
      )
    return [thresholds.value, ...queuesOf(teams()).map(ofQueue)]
  })

  const readings = computed<readonly ScopeReading[]>((before = []) => {
    // What is no longer the present stands still, as the times of the tiles do.
    if (!wall.connection.isLive && isReadingOf(before, scopes.value)) return before
    const centre = wall.reading?.centre
    // Waits grow and the day goes on between two publications.
    if (centre === undefined || wall.now === 0) return []
    return scopes.value.map(({ scope: name }, index) => {
      const figures = centre.figures(name)
      const thresholds = limits.value[index] ?? {}
      return { scope: name, figures, thresholds, ...centre.knowledge(name) }
    })
  })
  const all = computed(() => blocksOf(readings.value))

  watch(
    all,
    (blocks) => {
      const figures = blocks.flatMap(({ rows }) => rows.flatMap((row) => row.filter(isFigure)))
      const hysteresisMs = (site.config?.alerts.hysteresisSeconds ?? 0) * 1000
      levels.read(scope(), figures, wall.now, hysteresisMs)
    },
    { immediate: true },
  )
  onScopeDispose(() => levels.drop())

  const held = (figures: readonly FigureView[]): readonly FigureView[] =>
    figures.map((figure) => levels.withLevel(figure))
  const first = computed(() => readings.value[0])

  const strip = computed<readonly FigureView[]>((before = []) => {
    const [reading, config] = [first.value, site.config]
    if (reading === undefined || config === undefined) return []
    const { figureNotes, stale } = messages
    const notes = wall.connection.isLive ? figureNotes : { ...figureNotes, now: stale.then }
    return keepSame(before, held(stripOf(reading, config.serviceLevel, notes)))
  })
  const lists = computed<readonly (readonly FigureView[])[]>((before = []) => {
    const read = first.value === undefined ? [] : listsOf(first.value)
    return read.map((list, index) => keepSame(before[index] ?? [], held(list)))
  })
  const ofQueues = computed(() => (readings.value.length < 3 ? [] : readings.value.slice(1)))
  const shownQueues = computed(() =>
    ofQueues.value.length > mostQueues ? ofQueues.value.slice(0, mostQueues - 1) : ofQueues.value,
  )
  const queues = computed<readonly QueueView[]>((before = []) =>
    shownQueues.value.map((reading, index) => {
      const { name, figures } = queueOf(reading, scopes.value[index + 1]?.name ?? '')
      const kept = keepSame(before[index]?.figures ?? [], held(figures))
      return { scope: reading.scope, name, figures: kept }
    }),
  )
  const blocks = computed<readonly FigureBlockView[]>((before = []) => {
    const read = all.value.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((figure) => figure && levels.withLevel(figure))),
    }))
    return keepBlocks(before, read)
  })
  const shownFigures = computed(() => [
    ...strip.value,
    ...lists.value.flat(),
    ...queues.value.flatMap(({ figures }) => figures),
  ])

  return {
    ...{ strip, lists, queues, blocks, scopes },
    moreQueues: computed(() => ofQueues.value.length - queues.value.length),
    otherBlocks: computed<readonly FigureBlockView[]>((before = []) =>
      keepBlocks(before, withoutFigures(blocks.value, shownFigures.value)),
    ),
  }
}

/** Two lines of four: what is left of the wall belongs to people. */
const mostQueues = 8

function isReadingOf(readings: readonly ScopeReading[], scopes: readonly ScopeView[]): boolean {
  return (
    readings.length === scopes.length &&
    readings.length > 0 &&
    readings.every(({ scope }, index) => scope === scopes[index]?.scope)
  )
}

function isFigure(figure: FigureView | undefined): figure is FigureView {
  return figure !== undefined
}
