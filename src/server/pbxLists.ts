import type { Config } from '../contract/config.ts'
import { createZone } from '../domain/zone.ts'
import { getCallHistory } from '../pbx/ozeki/http/getCallHistory.ts'
import type { CallHistory, HistoryPage } from '../pbx/ozeki/http/getCallHistory.ts'
import { listActiveCalls } from '../pbx/ozeki/http/listActiveCalls.ts'
import type { ActiveCall } from '../pbx/ozeki/http/listActiveCalls.ts'
import { listExtensions, namesOf } from '../pbx/ozeki/http/listExtensions.ts'
import type { CallListOptions } from '../pbx/ozeki/http/rows.ts'
import { PbxError } from '../pbx/pbxError.ts'
import { httpApiOf } from './httpApi.ts'
import type { HttpApiUser } from './httpApi.ts'

/** What the PBX lists over its HTTP API. Everything rejects with a `PbxError`. */
export interface PbxLists {
  /** The calls alive now; `undefined` where the config says that there is no HTTP API. */
  active(): Promise<readonly ActiveCall[] | undefined>
  history(page: HistoryPage): Promise<CallHistory>
  /** Every text by which calls may name one of the PBX's extensions. */
  extensions(): Promise<ReadonlySet<string>>
  /** The extensions that were told last. */
  knownExtensions(): ReadonlySet<string>
  /** Whatever is answered from now on is rejected. */
  close(): void
}

/** The lists of the PBX that the config of the moment names. It stands in the site's zone. */
export function createPbxLists(config: () => Config, user: HttpApiUser): PbxLists {
  let known: ReadonlySet<string> = new Set()
  let isClosed = false

  const api = (): CallListOptions | undefined => {
    const options = httpApiOf(config(), user)
    const zone = createZone(config().site.timeZone)
    return options && { ...options, offsetAt: (at) => zone.offsetAt(at) }
  }
  const ask = async <T>(question: (options: CallListOptions) => Promise<T>): Promise<T> => {
    const options = api()
    if (options === undefined)
      throw new PbxError('failed', 'The PBX has no HTTP API.', { reason: 'noHttpApi' })
    const answer = await question(options)
    if (isClosed) throw new PbxError('failed', 'The PBX is not asked any more.')
    return answer
  }

  return {
    active: async () => (api() === undefined ? undefined : ask(listActiveCalls)),
    history: (page) => ask((options) => getCallHistory(options, page)),
    async extensions() {
      known = namesOf(await ask(listExtensions))
      return known
    },
    knownExtensions: () => known,
    close() {
      isClosed = true
    },
  }
}
