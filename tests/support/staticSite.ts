import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveHttp } from './textServer.ts'

const app = fileURLToPath(new URL('../../dist/app/', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * The built wall on a plain web server that answers unknown paths with the page, as such servers are set up for
 * pages with routes. `config` is its config.json; `undefined` for none.
 */
export function serveStaticSite(config: unknown): Promise<string> {
  return serveHttp((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    if (path === '/config.json' && config !== undefined) {
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify(config))
      return
    }
    const isFile = path.startsWith('/assets/') || path === '/icon.svg'
    const file = isFile ? path.slice(1) : 'index.html'
    readFile(app + file).then(
      (content) => {
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
        response.end(content)
      },
      () => response.writeHead(404).end(),
    )
  })
}
