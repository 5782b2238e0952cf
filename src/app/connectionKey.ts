import type { WallConfig } from '../contract/wallConfig.ts'

/** The part of a config that a connection to the PBX is made from: as long as it is the same, the connection stays. */
export function connectionKey({ pbx, site }: WallConfig): string {
  const { kind, address, scriptUrl, clientName } = pbx
  return JSON.stringify([kind, address, scriptUrl, clientName, site.timeZone])
}
