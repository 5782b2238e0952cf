import { parseConfig } from '../contract/config.ts'
import { wallConfigOf } from '../contract/wallConfig.ts'
import type { WallConfig } from '../contract/wallConfig.ts'

/**
 * The config to use after somebody signed in to the PBX at `address`: the known one with that address, else one of
 * defaults. `undefined` when the address is none.
 */
export function configFor(address: string, known: WallConfig | undefined): WallConfig | undefined {
  const { config } = parseConfig({ pbx: { address } })
  if (config === undefined) return undefined
  if (known === undefined) return wallConfigOf(config)
  return known.pbx.address === address ? known : { ...known, pbx: { ...known.pbx, address } }
}
