import type { Dialect } from '../dialect.ts'

/** Where the HTTP API of a dialect is on its port: `/?command=` or `/api?command=`. */
export function httpPath({ httpApi }: Dialect): '/' | '/api' {
  return httpApi === 'xe' ? '/' : '/api'
}
