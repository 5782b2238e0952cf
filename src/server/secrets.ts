import type { HttpApiUser } from './httpApi.ts'

/** What only the environment holds. */
export interface Secrets {
  /** What walls must show. */
  readonly accessKey: string | undefined
  /** A token that was made by hand. */
  readonly fixedToken: string | undefined
  readonly user: Omit<HttpApiUser, 'fetch'>
}

/** Who starts programs often sets a variable to nothing and means that there is none. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): Secrets {
  const setting = (name: string): string | undefined => env[name] || undefined
  return {
    accessKey: setting('CALLWALL_ACCESS_KEY'),
    fixedToken: setting('OZEKI_TOKEN'),
    user: { username: setting('OZEKI_HTTP_USERNAME'), password: setting('OZEKI_HTTP_PASSWORD') },
  }
}
