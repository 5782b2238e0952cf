import * as v from 'valibot'
import { watch } from 'vue'
import { callsStoredSchema } from '../../contract/callBodies.ts'
import type { CallsReport, CallsStored } from '../../contract/callBodies.ts'
import { systemTimers } from '../../pbx/timers.ts'
import { postJson } from '../serverLink/postJson.ts'
import { useCentre } from '../stores/centre.ts'
import { useServerLink } from '../stores/serverLink.ts'
import { useSite } from '../stores/site.ts'
import { keepRecords } from './keepRecords.ts'
import { readDay } from './readDay.ts'

/** Keeps call records with the wall's server, for as long as the calling component lives and there is a server. */
export function useRecords(): void {
  const site = useSite()
  const centre = useCentre()
  const link = useServerLink()

  const request: typeof fetch = (...told) => fetch(...told)
  const report = async (told: Omit<CallsReport, 'wall'>): Promise<CallsStored> => {
    const response = await postJson(request, '/api/calls', { wall: link.wallId, ...told })
    if (!response.ok)
      throw new Error(`The server answered ${response.status} to a report of calls.`)
    return v.parse(callsStoredSchema, await response.json())
  }

  watch(
    () => site.hasServer && site.status === 'ready',
    (isServed, _before, onCleanup) => {
      if (!isServed) return
      const records = keepRecords({
        ...{ report, timers: systemTimers, random: () => Math.random() },
        now: () => site.clock.now(),
        certainUntil: () => centre.certainUntil,
        steadyNow: () => performance.now(),
        pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
        read: (day) => readDay(request, day),
        present: () => centre.present(),
        settings: () => centre.settings,
        wanted: () => centre.wanted,
        replace: (settings, build) => centre.replace(settings, build),
        onRecords: (day) => centre.recount(day),
      })
      const endings = [
        watch(
          () => centre.connection.isLive,
          (isLive) => isLive && records.connected(),
          { immediate: true },
        ),
        watch(
          () => link.recordsRevision,
          (revision) => revision !== undefined && records.revised(revision),
        ),
        watch(
          () => centre.wanted,
          (wanted) => wanted !== undefined && records.reconfigured(),
        ),
      ]
      onCleanup(() => {
        for (const end of endings) end()
        records.stop()
      })
    },
    { immediate: true },
  )
}
