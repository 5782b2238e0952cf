import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Gate } from '../faults/gates.ts'
import { answerXml } from './answer.ts'
import type { HttpApi } from './api.ts'
import type { Listener } from './listen.ts'
import { listen } from './listen.ts'
import { readParameters } from './parameters.ts'

const largestBodyBytes = 65_536

/** Serves the HTTP API at `path` of its port: GET with a query or POST with a form, always status 200 for a command. */
export function startHttpServer(
  api: HttpApi,
  host: string,
  port: number,
  path: string,
  gate: Gate,
): Promise<Listener> {
  const server = createServer((request, response) => {
    if (!gate(request, response)) return
    response.setHeader('Server', 'Microsoft-HTTPAPI/2.0')
    answer(api, path, request, response)
  })
  return listen(server, host, port, 'HTTP API')
}

function answer(
  api: HttpApi,
  apiPath: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [path = '', ...rest] = (request.url ?? '').split('?')
  const query = rest.join('?')
  if (path !== apiPath) {
    refuse(response, 404)
  } else if (request.method === 'GET') {
    run(api, query, '', request, response)
  } else if (request.method === 'POST') {
    readBody(
      request,
      (body) => run(api, query, body, request, response),
      () => refuse(response, 413),
    )
  } else {
    refuse(response, 405)
  }
}

function run(
  api: HttpApi,
  query: string,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const address = request.socket.remoteAddress ?? ''
  const xml = Buffer.from(answerXml(api(readParameters(query, body), address)))
  response.writeHead(200, { 'Content-Type': 'application/xml', 'Content-Length': xml.length })
  response.end(xml)
}

function refuse(response: ServerResponse, status: 404 | 405 | 413): void {
  // What is left of a body that is not read would be taken for the next request.
  response.writeHead(status, { 'Content-Length': 0, Connection: 'close' })
  response.end()
}

function readBody(
  request: IncomingMessage,
  done: (body: string) => void,
  tooLarge: () => void,
): void {
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    if (size > largestBodyBytes) return
    size += chunk.length
    if (size > largestBodyBytes) tooLarge()
    else chunks.push(chunk)
  })
  request.on('end', () => {
    if (size <= largestBodyBytes) done(Buffer.concat(chunks).toString('utf8'))
  })
}
