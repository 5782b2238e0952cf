import type { Config } from '../../contract/config.ts'
import { createZone } from '../../domain/zone.ts'
import { getCallHistory } from '../../pbx/ozeki/http/getCallHistory.ts'
import { listActiveCalls } from '../../pbx/ozeki/http/listActiveCalls.ts'
import type { ActiveCall } from '../../pbx/ozeki/http/listActiveCalls.ts'
import { listExtensions, namesOf } from '../../pbx/ozeki/http/listExtensions.ts'
import type { CallListOptions } from '../../pbx/ozeki/http/rows.ts'
import { generateSecurityToken } from '../../pbx/ozeki/http/tokenRequest.ts'
import { httpApiOf } from '../../server/httpApi.ts'
import { attempt, told } from './attempt.ts'
import { checkClock } from './clockCheck.ts'
import type { ClockReading } from './clockCheck.ts'
import { checkExtensions } from './extensionsCheck.ts'
import type { Finding } from './finding.ts'
import { bad, note, warning } from './finding.ts'
import { checkLogin } from './loginCheck.ts'
import type { CheckMachine } from './machine.ts'

/** Everything that the server will ask of the PBX's HTTP API, as the user of the environment. */
export async function* checkHttpApi(
  config: Config,
  machine: CheckMachine,
): AsyncGenerator<Finding> {
  const { env, timeoutMs } = machine
  const readings: ClockReading[] = []
  const api = httpApiOf(config, {
    username: env['OZEKI_HTTP_USERNAME'] || undefined,
    password: env['OZEKI_HTTP_PASSWORD'] || undefined,
    fetch: timedFetch(machine, readings),
  })
  if (api === undefined) {
    yield withoutApi(env)
    return
  }
  const zone = createZone(config.site.timeZone)
  const options: CallListOptions = { ...api, timeoutMs, offsetAt: (at) => zone.offsetAt(at) }
  const login = await checkLogin(options)
  yield* login.findings
  if (!login.isLetIn) yield note('token, lists', 'Not tried, nor the extensions of the config.')
  const calls = login.isLetIn ? yield* checkCommands(config, options, env) : []
  const [quickest] = readings.sort((one, other) => durationOf(one) - durationOf(other))
  if (login.isReached && quickest !== undefined) yield* checkClock(quickest, calls)
}

/** Hands back the calls alive. */
async function* checkCommands(
  config: Config,
  options: CallListOptions,
  env: CheckMachine['env'],
): AsyncGenerator<Finding, readonly ActiveCall[]> {
  yield told('token', await attempt(() => generateSecurityToken(options)), () => {
    const unseen = 'Whether the PBX keeps to that cannot be seen from here.'
    return `The PBX makes tokens; asked for is one that cannot change calls. ${unseen}`
  })
  if (env['OZEKI_TOKEN']) {
    yield warning('OZEKI_TOKEN', 'It is set, so walls get that token, for a day at most. Unset it.')
  }
  const calls = await attempt(() => listActiveCalls(options))
  yield told('active calls', calls, ({ length }) => `The PBX lists the calls alive, ${length} now.`)
  const history = await attempt(() => getCallHistory(options, { pageNumber: 0, rowsPerPage: 1 }))
  yield told('history', history, () => 'The PBX lists the calls that are over.')
  const listed = await attempt(() => listExtensions(options))
  if ('value' in listed) yield* checkExtensions(config, namesOf(listed.value))
  else yield told('extensions', listed, () => '')
  return 'value' in calls ? calls.value : []
}

/** Notes when a request was made, when its answer began, and which time it bears. */
function timedFetch({ fetch, now }: CheckMachine, readings: ClockReading[]): typeof fetch {
  return async (...request) => {
    const askedAt = now()
    const response = await fetch(...request)
    const date = Date.parse(response.headers.get('Date') ?? '')
    readings.push({ askedAt, answeredAt: now(), date: Number.isNaN(date) ? undefined : date })
    return response
  }
}

/** The longer an answer takes, the less is known of when it was made. */
function durationOf({ askedAt, answeredAt }: ClockReading): number {
  return answeredAt - askedAt
}

function withoutApi(env: CheckMachine['env']): Finding {
  const what = 'HTTP API'
  if (env['OZEKI_TOKEN']) {
    return note(what, 'The config says that there is none; walls get the token of OZEKI_TOKEN.')
  }
  const mend = 'Put a token that was made in the PBX into OZEKI_TOKEN, or set pbx.httpApiUrl.'
  return bad(what, `The config says that there is none, and OZEKI_TOKEN is not set. ${mend}`)
}
