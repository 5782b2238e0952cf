import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

/** A web server of this machine. */
export interface BenchSite {
  /** Ends without a slash. */
  readonly origin: string
  close(): Promise<void>
}

export interface BenchSiteOptions {
  /** The folder of the built wall, ending with a slash. */
  readonly app: string
  /** The wall's config.json, asked for every page. */
  readonly config: () => unknown
  /** What is told under `/bench/`, by path. */
  readonly pages: Readonly<Record<string, string>>
  /** Files of npm packages, by path. */
  readonly packages: Readonly<Record<string, string>>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The built wall on a plain web server, and the pages that it is compared with beside it. */
export async function serveBenchSite(options: BenchSiteOptions): Promise<BenchSite> {
  const { app, config, pages, packages } = options
  const { resolve } = createRequire(import.meta.url)
  const contentOf = async (path: string): Promise<string | Buffer> => {
    if (path === '/config.json') return JSON.stringify(config())
    const page = pages[path]
    if (page !== undefined) return page
    const file = packages[path]
    if (file !== undefined) return readFile(resolve(file))
    const isFile = path.startsWith('/assets/') || ['/icon.svg', '/blank.js'].includes(path)
    return readFile(app + (isFile ? path.slice(1) : 'index.html'))
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    contentOf(pathname).then(
      (content) => {
        response.setHeader('Content-Type', types[extname(pathname)] ?? types['.html']!)
        response.end(content)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
