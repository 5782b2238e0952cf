import type { Finding } from './finding.ts'
import { good, note } from './finding.ts'
import type { CheckMachine } from './machine.ts'
import { whyOf } from './machine.ts'
import { reachOf } from './reach.ts'
import type { Reach } from './reach.ts'
import type { SiteUnderCheck } from './siteUnderCheck.ts'
import { wallTraps } from './wallTraps.ts'

/** Whether a browser that opens the wall at its address gets to the PBX, and whether the server is there. */
export async function* checkWall(
  { wallUrl, scriptUrl, pbxHost, config }: SiteUnderCheck,
  machine: CheckMachine,
): AsyncGenerator<Finding> {
  if (wallUrl === undefined) {
    const text =
      'Name the address that TVs will open, --url http://wall-host:8080/, to have it checked.'
    const why =
      config.pbx.address === 'auto' ? ' By it walls find the PBX, since pbx.address is “auto”.' : ''
    yield note('wall', text + why)
    return
  }
  yield await checkServer(wallUrl, machine)
  const reach = (host: string): Promise<Reach | undefined> => reachOfHost(host, machine)
  const traps = wallTraps({
    wall: { url: wallUrl, reach: await reach(wallUrl.hostname) },
    script: { url: scriptUrl, reach: await reach(scriptUrl.hostname) },
    address: config.pbx.address,
    pbx: await reach(pbxHost),
  })
  yield* traps
  if (traps.every(({ level }) => level === 'note')) {
    yield good('wall', `A browser at ${wallUrl.origin} may load from the PBX.`)
  }
}

/** Not bad: a config is checked before the server is started. */
async function checkServer(wallUrl: URL, { fetch, timeoutMs }: CheckMachine): Promise<Finding> {
  const url = new URL('/healthz', wallUrl)
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    await response.body?.cancel()
    if (response.ok) return good('server', `${wallUrl.origin} answers.`)
    return note(
      'server',
      `${url.href} answers with HTTP ${response.status}; is it a callwall server?`,
    )
  } catch (error) {
    return note('server', `${wallUrl.origin} does not answer now: ${whyOf(error)}.`)
  }
}

async function reachOfHost(
  host: string,
  { addressesOf }: CheckMachine,
): Promise<Reach | undefined> {
  const own = reachOf(host)
  if (own !== undefined) return own
  try {
    const [address = ''] = await addressesOf(host)
    return reachOf(address)
  } catch {
    return undefined
  }
}
