import type { ComputedRef } from 'vue'
import { computed, shallowRef, watch, watchEffect } from 'vue'
import { isWithinHours, weekTimeAt } from '../../contract/openingTimes.ts'
import type { TeamSettings } from '../../domain/settings.ts'
import { teamScope } from '../../domain/visit.ts'
import { createZone } from '../../domain/zone.ts'
import type { AlertView, SoundMark } from '../components/alertView.ts'
import { useAlertSound } from '../composables/useAlertSound.ts'
import { conditionsOf } from '../stores/alertConditions.ts'
import type { AlertReading } from '../stores/alertConditions.ts'
import { alertOf, noAlerts, readAlerts, shortestAlertMs } from '../stores/alerts.ts'
import { useCentre } from '../stores/centre.ts'
import { useKiosk } from '../stores/kiosk.ts'
import { useSite } from '../stores/site.ts'

/** What the wall says and plays when something is wrong. */
export interface WallAlerts {
  /** `undefined` when all is well, and while the wall does not know. */
  readonly alert: ComputedRef<AlertView | undefined>
  readonly sound: ComputedRef<SoundMark>
}

/**
 * Watches the figures of `teams` once a second, for as long as the page shows them. How long something lasts is measured
 * on the clock of the people in the room, not on the site's, which may run faster.
 */
export function useWallAlerts(
  teams: () => readonly TeamSettings[],
  isSoundWanted: boolean,
  steadyNow: () => number = () => performance.now(),
): WallAlerts {
  const wall = useCentre()
  const site = useSite()
  const kiosk = useKiosk()
  const book = shallowRef(noAlerts)
  const { state, play } = useAlertSound(isSoundWanted)

  const zone = computed(() => createZone(wall.settings?.timeZone ?? 'UTC'))
  const isQuiet = computed(() =>
    isWithinHours(site.config?.alerts.quietHours ?? [], weekTimeAt(zone.value, wall.now).minutes),
  )
  const sound = computed(() => (state.value === 'armed' && isQuiet.value ? 'quiet' : state.value))

  const readingOf = (team: TeamSettings): AlertReading | undefined => {
    const scope = teamScope(team.id)
    const figures = wall.reading?.centre.figures(scope)
    const thresholds = site.config?.teams.find(({ id }) => id === team.id)?.thresholds ?? {}
    const subject = teams().length > 1 ? team.name : ''
    const hasAgents = team.agents.length > 0
    return figures && { scope, subject, figures, thresholds, hasAgents }
  }
  const isReading = (reading: AlertReading | undefined): reading is AlertReading =>
    reading !== undefined

  watch(
    () =>
      teams()
        .map(({ id }) => id)
        .join(' '),
    () => {
      book.value = noAlerts
    },
  )
  watch(
    () => wall.now,
    () => {
      if (!wall.connection.isLive) return
      const conditions = conditionsOf(teams().map(readingOf).filter(isReading))
      const hysteresisMs = (site.config?.alerts.hysteresisSeconds ?? 0) * 1000
      const times = { hysteresisMs, shortestMs: shortestAlertMs }
      book.value = readAlerts(book.value, conditions, steadyNow(), times)
    },
  )
  watch(
    () => book.value.soundCount,
    (count, before) => {
      if (count > before && !isQuiet.value) play()
    },
  )
  watchEffect(() => {
    kiosk.sound = sound.value
  })

  return {
    alert: computed<AlertView | undefined>((before) => {
      const alert = wall.connection.isLive ? alertOf(book.value) : undefined
      return JSON.stringify(alert) === JSON.stringify(before) ? before : alert
    }),
    sound,
  }
}
