import type { Dialect } from '../dialect.ts'
import { profiles } from '../dialect.ts'
import { createOzWebClient } from './client.ts'
import { CallState, ConnectionState } from './words.ts'

const usualGatewayPort = 7779

/** What the script leaves in the page, and what the server that serves it puts in front. */
interface Globals {
  OzekiGatewayPort?: number
  OzekiDialect?: Dialect
  OzWebClient?: unknown
  ConnectionState?: unknown
  CallState?: unknown
}

const globals = globalThis as unknown as Globals
globals.OzWebClient = createOzWebClient(
  globals.OzekiGatewayPort ?? usualGatewayPort,
  globals.OzekiDialect ?? profiles.documented,
)
globals.ConnectionState = ConnectionState
globals.CallState = CallState
