import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'

const program = fileURLToPath(
  new URL('../../node_modules/.callwall/chromium78/chromium', import.meta.url),
)

/** Whether `npm test` could fetch the browser. */
export const hasChromium78 = existsSync(program)

/** One page in a real Chromium 78, which today's playwright cannot drive. */
export interface OldPage {
  /** Messages of errors that nobody caught. */
  readonly exceptions: readonly string[]
  /** The value of an expression in the page; a promise is waited for. */
  evaluate(expression: string): Promise<unknown>
  /** A picture of the page, PNG. */
  screenshot(): Promise<Buffer>
  stop(): Promise<void>
}

type Answer = Readonly<Record<string, unknown>>

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote']

/** Opens `url` on a screen of 1920 by 1080. Throws when the browser does not start. */
export async function openInChromium78(url: string): Promise<OldPage> {
  const profile = await mkdtemp(join(tmpdir(), 'callwall-old-'))
  const options = ['--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const sizes = ['--window-size=1920,1080', '--hide-scrollbars']
  const child = spawn(program, [...flags, ...options, ...sizes, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const stop = async (): Promise<void> => {
    const exited = child.exitCode === null ? once(child, 'exit') : undefined
    child.kill('SIGKILL')
    await exited
    await rm(profile, { recursive: true, force: true })
  }
  try {
    const page = await talkTo(await pageSocket(child))
    await page.send('Page.enable')
    await page.send('Runtime.enable')
    await page.send('Page.navigate', { url })
    return {
      exceptions: page.exceptions,
      async evaluate(expression) {
        const options = { expression, awaitPromise: true, returnByValue: true }
        const { result } = await page.send('Runtime.evaluate', options)
        return (result as Answer | undefined)?.['value']
      },
      async screenshot() {
        const { data } = await page.send('Page.captureScreenshot', { format: 'png' })
        return Buffer.from(String(data), 'base64')
      },
      async stop() {
        page.close()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Where the page of a browser that was just started takes its orders. */
async function pageSocket({ stderr }: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of stderr ?? []) {
    said += String(chunk)
    const [, host] = /DevTools listening on ws:\/\/([^/]+)\//.exec(said) ?? []
    if (host === undefined) continue
    // The stream stays open for what the browser says later; leaving the loop would close it.
    const answer = await fetch(`http://${host}/json/list`)
    const targets = (await answer.json()) as { type: string; webSocketDebuggerUrl: string }[]
    const page = targets.find(({ type }) => type === 'page')
    if (page !== undefined) return page.webSocketDebuggerUrl
  }
  throw new Error(`Chromium 78 did not start: ${said}`)
}

interface Conversation {
  readonly exceptions: string[]
  send(method: string, params?: object): Promise<Answer>
  close(): void
}

/** The DevTools protocol over a socket of its own. */
async function talkTo(address: string): Promise<Conversation> {
  const socket = new WebSocket(address, { perMessageDeflate: false })
  await once(socket, 'open')
  const exceptions: string[] = []
  const waiting = new Map<number, (answer: Answer) => void>()
  let lastId = 0
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as {
      id?: number
      method?: string
      result?: Answer
      params?: { exceptionDetails?: { text: string; exception?: { description?: string } } }
    }
    const details = message.params?.exceptionDetails
    if (message.method === 'Runtime.exceptionThrown' && details !== undefined) {
      exceptions.push(details.exception?.description ?? details.text)
    }
    if (message.id === undefined) return
    waiting.get(message.id)?.(message.result ?? {})
    waiting.delete(message.id)
  })
  return {
    exceptions,
    send: (method, params = {}) =>
      new Promise((resolve) => {
        const id = ++lastId
        waiting.set(id, resolve)
        socket.send(JSON.stringify({ id, method, params }))
      }),
    close: () => socket.terminate(),
  }
}
