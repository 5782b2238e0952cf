import { createCentre } from '../../../src/domain/centre.ts'
import type { Centre } from '../../../src/domain/centre.ts'
import type { PbxClient } from '../../../src/pbx/client.ts'
import { startConnection } from '../../../src/pbx/connection.ts'
import { createOzekiClient } from '../../../src/pbx/ozeki/ozekiClient.ts'
import { midnight, settings } from '../centre.ts'
import { settled } from '../connectionStage.ts'
import { createFakePage } from '../fakePage.ts'
import { createManualTimers } from '../manualTimers.ts'
import { createHostilePbx } from './hostilePbx.ts'
import type { HostilePbx } from './hostilePbx.ts'

/** A whole wall without its screen: a hostile PBX, the driver, the connection, the centre. */
export interface DriverStage {
  readonly pbx: HostilePbx
  readonly client: PbxClient
  readonly centre: Centre
  readonly log: readonly string[]
  readonly isLive: () => boolean
  readonly now: () => number
  readonly retry: () => void
  readonly stop: () => void
  readonly pass: (ms: number) => Promise<void>
  /** How many timers are set. */
  readonly pending: () => number
}

const token = 'vQTJzve0J0mYsnvWjnnoUA'

export async function driverStage(): Promise<DriverStage> {
  const timers = createManualTimers(midnight + 3_600_000)
  const pbx = createHostilePbx()
  const centre = createCentre(settings(), timers.now())
  const log: string[] = []
  let isLive = false
  const client = createOzekiClient({
    address: 'pbx.test',
    scriptUrl: 'http://pbx.test:7777/WebphoneAPI',
    properties: { Nickname: 'Support wall' },
    scope: createFakePage({ OzWebClient: pbx.ozWebClient }).scope,
    clock: timers,
    timers,
    timeZone: 'Asia/Jerusalem',
    onLog: (message) => log.push(message),
  })
  const connection = startConnection({
    client,
    admission: () => Promise.resolve({ credentials: { type: 'token', token } }),
    isQuiet: () => true,
    clock: timers,
    timers,
    random: () => 1,
    onState: (_state, isLiveNow) => {
      isLive = isLiveNow
    },
    onEvent: (event) => centre.apply(event),
  })
  await settled()
  return {
    ...{ pbx, client, centre, log },
    isLive: () => isLive,
    now: () => timers.now(),
    retry: () => connection.retryNow(),
    stop: () => connection.stop(),
    async pass(ms) {
      timers.pass(ms)
      centre.advance(timers.now())
      await settled()
    },
    pending: () => timers.pending(),
  }
}
