import type { Finding } from './finding.ts'
import { good, warning } from './finding.ts'
import type { CheckMachine } from './machine.ts'
import { whyOf } from './machine.ts'

/**
 * Whether somebody listens at the port that the PBX's script connects to. Never bad: 7779 is the usual port, but a
 * script may know another one, and only the script speaks its language.
 */
export async function checkGateway(
  host: string,
  port: number,
  { knock }: CheckMachine,
): Promise<Finding> {
  const what = 'gateway'
  try {
    await knock(host.replace(/^\[|\]$/g, ''), port)
    return good(what, `Port ${port} of ${host} is open.`)
  } catch (error) {
    const mend =
      'It is the usual port of the PBX’s media gateway, but its script may use another one, which cannot be seen from here. If walls stay without a connection, open this port in the firewall, or name the right one with --gateway-port.'
    return warning(what, `Port ${port} of ${host} does not open: ${whyOf(error)}. ${mend}`)
  }
}
