import { checkAccessKey } from './accessKeyCheck.ts'
import type { Finding } from './finding.ts'
import { checkGateway } from './gatewayCheck.ts'
import { checkHttpApi } from './httpApiChecks.ts'
import type { CheckMachine } from './machine.ts'
import { checkName } from './nameCheck.ts'
import { checkRecords } from './recordsCheck.ts'
import { checkScript } from './scriptCheck.ts'
import type { SiteUnderCheck } from './siteUnderCheck.ts'
import { checkWall } from './wallChecks.ts'

/** All checks of a site whose config is good, one after the other. What fails keeps none of the others from running. */
export async function* checkSite(
  site: SiteUnderCheck,
  machine: CheckMachine,
): AsyncGenerator<Finding> {
  yield* await checkName(site.pbxHost, machine)
  yield await checkScript(site.scriptUrl, machine)
  yield await checkGateway(site.pbxHost, site.gatewayPort, machine)
  yield* checkHttpApi(site.config, machine)
  yield await checkRecords(site.config, site.file)
  yield checkAccessKey(machine.env)
  yield* checkWall(site, machine)
}
