import { isIP } from 'node:net'
import type { Finding } from './finding.ts'
import { bad, good } from './finding.ts'
import type { CheckMachine } from './machine.ts'
import { whyOf } from './machine.ts'

/** Whether the name of the PBX leads anywhere; nothing where it is an address. */
export async function checkName(
  host: string,
  { addressesOf }: CheckMachine,
): Promise<readonly Finding[]> {
  const what = 'PBX name'
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return []
  try {
    const addresses = await addressesOf(host)
    return [good(what, `${host} is ${addresses.join(', ')}.`)]
  } catch (error) {
    const mend = 'Correct pbx.address, or write the IP address: TVs often ask another name server.'
    return [bad(what, `${host} leads nowhere: ${whyOf(error)}. ${mend}`)]
  }
}
