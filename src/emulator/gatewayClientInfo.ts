import type { Dialect } from './dialect.ts'

/** What web clients are told of one another. */
export type ClientInfo = Readonly<Record<string, unknown>>

/**
 * The properties that a web client gave to `connect`, as the others get them: never its password, each name as it
 * was given and once more with a small first letter, since the vendor's samples write `Nickname` and read `nickname`.
 */
export function sharedProperties(properties: Readonly<Record<string, unknown>>): ClientInfo {
  const shared = Object.entries(properties).filter(([name]) => !/password/i.test(name))
  const uncapitalised = shared.map(([name, value]) => [uncapitalise(name), value] as const)
  return Object.fromEntries([...uncapitalised, ...shared])
}

/** What the others get when the client with that number comes or goes. */
export function clientInfo(
  phoneNumber: string,
  status: 'ONLINE' | 'OFFLINE',
  shared: ClientInfo,
  shape: Dialect['clientInfo'],
): ClientInfo {
  return shape === 'flat'
    ? { ...shared, phoneNumber, status }
    : { phoneNumber, status, properties: shared }
}

function uncapitalise(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
