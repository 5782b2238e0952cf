import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { Dialect } from './dialect.ts'
import type { Gate } from './faults/gates.ts'
import type { Listener } from './http/listen.ts'
import { EmulatorStartError, listen } from './http/listen.ts'

export interface ScriptServerOptions {
  readonly host: string
  /** 0 for any. */
  readonly port: number
  /** The built browser script. */
  readonly scriptPath: string
  /** Told to the script, which else would take the PBX's usual 7779. */
  readonly gatewayPort: number
  /** Told to the script as data. */
  readonly dialect: Dialect
  readonly gate: Gate
}

/**
 * Serves the browser script as `/WebphoneAPI`, without a suffix, as the PBX does. Throws an EmulatorStartError when
 * the script was not built or the port cannot be had.
 */
export async function startScriptServer(options: ScriptServerOptions): Promise<Listener> {
  const built = await readScript(options.scriptPath)
  const data = [
    `var OzekiGatewayPort = ${options.gatewayPort};`,
    `var OzekiDialect = ${JSON.stringify(options.dialect)};`,
  ]
  const script = Buffer.from([...data, built].join('\n'))

  const server = createServer((request, response) => {
    if (!options.gate(request, response)) return
    const [path] = (request.url ?? '').split('?')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (path !== '/WebphoneAPI' || !isRead) {
      response.writeHead(404, { 'Content-Length': 0 }).end()
      return
    }
    response.writeHead(200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Length': script.length,
      'Cache-Control': 'no-cache',
    })
    response.end(request.method === 'GET' ? script : undefined)
  })
  return listen(server, options.host, options.port, 'Browser script')
}

async function readScript(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const message = `Browser script: cannot read ${path}; it is made by “npm run build”.`
    throw new EmulatorStartError('scriptMissing', message, error)
  }
}
