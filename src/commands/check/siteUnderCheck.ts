import type { Config } from '../../contract/config.ts'

/** What the checks are about. */
export interface SiteUnderCheck {
  readonly config: Config
  /** The config file, as it was named. */
  readonly file: string
  /** Where walls open the page, if that was told. */
  readonly wallUrl: URL | undefined
  readonly gatewayPort: number
  /** The PBX, as walls see it; `auto` is resolved. */
  readonly pbxHost: string
  readonly scriptUrl: URL
}

/** `wallUrl`: as the administrator wrote it; without it, `auto` is this machine, as it is for the server. */
export function siteUnderCheck(
  config: Config,
  file: string,
  wallUrl: URL | undefined,
  gatewayPort: number,
): SiteUnderCheck {
  const { address, scriptUrl: configured } = config.pbx
  const automatic = wallUrl?.hostname ?? '127.0.0.1'
  const pbxHost = address === 'auto' ? automatic : address
  const scriptUrl = new URL(configured ?? `http://${pbxHost}:7777/WebphoneAPI`)
  if (scriptUrl.hostname === 'auto') scriptUrl.hostname = automatic
  return { config, file, wallUrl, gatewayPort, pbxHost, scriptUrl }
}
