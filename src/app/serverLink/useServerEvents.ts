import { onScopeDispose, watch } from 'vue'
import { serverEventNames } from '../../contract/serverEvents.ts'
import { systemTimers } from '../../pbx/timers.ts'
import { pageSleepMeter } from '../reconcile/sleepMeter.ts'
import { useServerLink } from '../stores/serverLink.ts'
import { useSite } from '../stores/site.ts'
import { startEventStream } from './eventStream.ts'
import { readServerEvent } from './readServerEvent.ts'
import { watchWake } from './watchWake.ts'

/** A server that starts anew is away for less. */
const silentAfterMs = 2 * 60_000

/** Hears what the wall's server tells by itself, for as long as the calling component lives and there is a server. */
export function useServerEvents(): void {
  const site = useSite()
  const link = useServerLink()

  watch(
    () => site.hasServer && site.status === 'ready',
    (isServed, _before, onCleanup) => {
      if (isServed) onCleanup(listen())
    },
    { immediate: true },
  )
  onScopeDispose(watchWake(window, systemTimers, pageSleepMeter(), () => site.readNow()))

  function listen(): () => void {
    const silence = noteSilence()
    const stream = startEventStream({
      open: () => new EventSource('/api/events'),
      names: serverEventNames,
      timers: systemTimers,
      random: () => Math.random(),
      onEvent(name, data) {
        const event = readServerEvent(name, data)
        if (event?.type === 'config') site.hear(event.site)
        else if (event?.type === 'clock') site.hear(event.clock)
        else if (event !== undefined) link.take(event)
      },
      onChange(isOpen) {
        silence.set(isOpen)
        if (!isOpen) link.active = undefined
      },
      onRefused: () => site.readNow(),
    })
    const stopWake = watchWake(window, systemTimers, pageSleepMeter(), () => stream.restart())
    return () => {
      stopWake()
      stream.stop()
      silence.stop()
    }
  }

  function noteSilence(): { readonly set: (isOpen: boolean) => void; readonly stop: () => void } {
    let timer: unknown
    const set = (isOpen: boolean): void => {
      systemTimers.clear(timer)
      link.silentSince = undefined
      const since = site.clock.now()
      if (isOpen) return
      timer = systemTimers.set(() => {
        link.silentSince = since
      }, silentAfterMs)
    }
    set(false)
    return { set, stop: () => set(true) }
  }
}
