import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { InputProblem } from '../../contract/inputProblem.ts'
import type { WallConfig } from '../../contract/wallConfig.ts'
import type { Credentials } from '../../pbx/client.ts'
import { loadSite } from '../loadSite.ts'
import type { LoadedSite } from '../loadSite.ts'
import { createSiteClock } from '../siteClock.ts'

const retryMs = 5_000
const clockReadMs = 5 * 60_000

/** The site that this page shows: its config, its clock, and who hands out the credentials. */
export const useSite = defineStore('site', () => {
  const status = shallowRef<'loading' | 'ready' | 'none' | 'invalid' | 'unreachable'>('loading')
  const config = shallowRef<WallConfig>()
  const problems = shallowRef<readonly InputProblem[]>([])
  const version = shallowRef('')
  /** Whether a server hands out tokens; else somebody has to sign in. */
  const hasServer = shallowRef(false)
  const credentials = shallowRef<Credentials>()
  const clock = createSiteClock(() => performance.now())
  let timer: ReturnType<typeof setTimeout> | undefined

  const take = (loaded: LoadedSite): void => {
    if (loaded.type === 'server' || loaded.type === 'static') {
      config.value = loaded.config
      hasServer.value = loaded.type === 'server'
      if (loaded.type === 'server') version.value = loaded.version
      clock.set(loaded.type === 'server' ? loaded.clock : { now: Date.now(), speed: 1 })
      status.value = 'ready'
      return
    }
    problems.value = loaded.type === 'invalid' ? loaded.problems : []
    status.value = loaded.type
  }

  /** A wall that already shows a config only reads the clock again; a failure leaves it as it is. */
  const readClock = (loaded: LoadedSite): void => {
    if (loaded.type === 'server') clock.set(loaded.clock)
  }

  const load = async (): Promise<void> => {
    const loaded = await loadSite((...request) => fetch(...request))
    if (status.value === 'ready') readClock(loaded)
    else take(loaded)
    if (timer === undefined) return
    timer = setTimeout(() => void load(), status.value === 'ready' ? clockReadMs : retryMs)
  }

  return {
    status,
    config,
    problems,
    version,
    hasServer,
    credentials,
    clock,
    /** Reads the site until `stop`: again soon while there is none, now and then for its clock afterwards. */
    start(): () => void {
      timer = setTimeout(() => void load(), 0)
      return () => {
        clearTimeout(timer)
        timer = undefined
      }
    },
    /** Uses a config that somebody gave by signing in, for as long as the page lives. */
    use(given: WallConfig): void {
      take({ type: 'static', config: given })
    },
    needsSignIn: computed(
      () =>
        status.value === 'none' ||
        (status.value === 'ready' && !hasServer.value && credentials.value === undefined),
    ),
  }
})
