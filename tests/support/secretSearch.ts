import type { Page, Response } from 'playwright'

/** All that a page and its server let somebody see: where it was seen, and the text. */
export interface Seen {
  readonly where: string
  readonly text: string
}

/** Gathers what is seen while a page lives. */
export interface SecretSearch {
  /** For each page, before it opens anything. */
  readonly watch: (page: Page) => void
  /** Notes a line that the server has logged. */
  readonly log: (...line: readonly unknown[]) => void
  /** The tokens that the server handed out. */
  readonly tokens: () => Promise<readonly string[]>
  /** The addresses of the sockets that pages have opened. */
  readonly sockets: readonly string[]
  /** Everything so far, with what is in the page's address, storage and document now. */
  readonly everything: (page: Page) => Promise<readonly Seen[]>
}

export function createSecretSearch(): SecretSearch {
  const seen: Seen[] = []
  const answers: Promise<Seen>[] = []
  const sockets: string[] = []
  const note = (where: string, text: string): void => void seen.push({ where, text })

  return {
    sockets,
    watch(page) {
      page.on('request', (request) => note('url', request.url()))
      page.on('console', (message) => note('console', message.text()))
      page.on('response', (response) => answers.push(readAnswer(response)))
      page.on('websocket', (socket) => {
        sockets.push(socket.url())
        note('url', socket.url())
      })
    },
    log: (...line) => note('log', JSON.stringify(line)),
    async tokens() {
      const bodies = (await Promise.all(answers)).filter(({ where }) =>
        where.endsWith('/api/token'),
      )
      return bodies.map(({ text }) => /"token":"([^"]+)"/.exec(text)?.[1] ?? '')
    },
    async everything(page) {
      return [...seen, ...(await Promise.all(answers)), ...(await readPage(page))]
    },
  }
}

async function readAnswer(response: Response): Promise<Seen> {
  const where = `answer ${new URL(response.url()).pathname}`
  const headers = JSON.stringify(await response.allHeaders())
  const body = await response.text().catch(() => '')
  return { where, text: headers + body }
}

async function readPage(page: Page): Promise<readonly Seen[]> {
  const inside = await page.evaluate(async () => ({
    url: window.location.href,
    storage: JSON.stringify([localStorage, sessionStorage, document.cookie]),
    databases: JSON.stringify(await indexedDB.databases()),
    document: document.documentElement.outerHTML,
  }))
  const state = await page.context().storageState({ indexedDB: true })
  return [
    { where: 'url', text: inside.url },
    { where: 'storage', text: inside.storage + inside.databases + JSON.stringify(state) },
    { where: 'document', text: inside.document },
  ]
}
