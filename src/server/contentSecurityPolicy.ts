import type { Config } from '../contract/config.ts'

/** What a policy is made from. */
export interface PolicySource {
  readonly pbx: Pick<Config['pbx'], 'address' | 'scriptUrl' | 'csp'>
  readonly frameAncestors: readonly string[]
  /** The host by which the page was asked for, without port: what `auto` means. Untrusted. */
  readonly pageHost: string
}

/**
 * The Content-Security-Policy of the wall's page: its own origin, and the PBX's hosts on any port. `tolerant` adds what
 * a PBX script of unknown make may need; inline script stays forbidden in both.
 */
export function contentSecurityPolicy({ pbx, frameAncestors, pageHost }: PolicySource): string {
  const hosts = pbxHosts(pbx, pageHost)
  const web = sources(hosts, ['http', 'https'])
  const sockets = sources(hosts, ['ws', 'wss'])
  const isTolerant = pbx.csp === 'tolerant'
  const tolerated = (...also: string[]): string[] => (isTolerant ? also : [])

  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...web, ...tolerated("'unsafe-eval'", 'blob:')],
    'style-src': ["'self'", ...tolerated(...web, "'unsafe-inline'")],
    'img-src': ["'self'", ...tolerated(...web, 'data:', 'blob:')],
    'font-src': ["'self'", ...tolerated(...web, 'data:')],
    'media-src': ["'self'", ...tolerated(...web, 'data:', 'blob:')],
    'connect-src': ["'self'", ...web, ...sockets, ...tolerated('data:', 'blob:')],
    'worker-src': ["'self'", ...tolerated(...web, 'blob:')],
    'frame-src': isTolerant ? ["'self'", ...web, 'blob:'] : ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ancestorSources(frameAncestors),
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}

/** Who may show the wall in a frame, as a policy names them; what is no origin is left out. */
export function ancestorSources(frameAncestors: readonly string[]): readonly string[] {
  const origins = frameAncestors.filter((ancestor) => ancestorOrigin.test(ancestor))
  return origins.length > 0 ? origins : ["'none'"]
}

const ancestorOrigin = /^('self'|(https?:\/\/)?(\*\.)?[\w-]+(\.[\w-]+)*(:(\d{1,5}|\*))?)$/

/** The hosts of the PBX and of its script; whatever is none is left out. */
function pbxHosts({ address, scriptUrl }: PolicySource['pbx'], pageHost: string): string[] {
  const named = scriptUrl === undefined ? [address] : [address, new URL(scriptUrl).hostname]
  const hosts = named.map((host) => (host === 'auto' ? pageHost : host).toLowerCase())
  return [...new Set(hosts)].filter((host) => /^([\w.-]+|\[[\da-f:.]+\])$/.test(host))
}

/** A policy cannot name an IPv6 address nor a host with `_`: its scheme has to do. */
function sources(hosts: readonly string[], schemes: readonly string[]): string[] {
  const canBeNamed = (host: string): boolean => /^[a-z\d.-]+$/.test(host)
  if (!hosts.every(canBeNamed)) return schemes.map((scheme) => `${scheme}:`)
  return hosts.flatMap((host) => schemes.map((scheme) => `${scheme}://${host}:*`))
}
