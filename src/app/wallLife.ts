import { defineComponent } from 'vue'
import type { PropType } from 'vue'
import { useSupervision } from './reconcile/useSupervision.ts'
import { useRecords } from './records/useRecords.ts'
import type { Troubles } from './serverLink/troubles.ts'
import { useBlockedScript } from './serverLink/useBlockedScript.ts'
import { useReports } from './serverLink/useReports.ts'
import { useServerEvents } from './serverLink/useServerEvents.ts'
import type { ConnectionLife } from './useConnection.ts'
import { useKioskLife } from './useKioskLife.ts'
import { useWatchdog } from './watchdog/useWatchdog.ts'

/**
 * What keeps a wall right and awake for days, and shows nothing. All of it looks at what the wall knows when it begins,
 * so that nothing is missed by beginning after the first tiles are shown.
 */
export const WallLife = defineComponent({
  props: {
    troubles: { type: Object as PropType<Troubles>, required: true },
    connection: { type: Object as PropType<ConnectionLife>, required: true },
  },
  setup({ troubles, connection }) {
    useServerEvents()
    useSupervision(connection)
    useReports(troubles, connection.eventAgeMs)
    useRecords()
    useWatchdog(troubles.errors)
    useBlockedScript(troubles.violations)
    useKioskLife()
    return () => null
  },
})
