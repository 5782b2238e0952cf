import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright'
import { chromium } from 'playwright'
import { onTestFinished } from 'vitest'
import { chromiumFlags, chromiumPath } from './chromium.ts'
import type { EmulatedPbx } from './emulatedPbx.ts'
import { builtWebphone, emulatedPbx } from './emulatedPbx.ts'

/** What the PBX's script leaves in a page, as far as these tests use it. */
export interface PbxPage {
  readonly CallState: Record<string, string>
  readonly ConnectionState: Record<string, string>
  readonly OzWebClient: {
    connect(address: string, token: string, properties?: object): void
    disconnect(): void
    getCallHistory(filters?: object): void
    createCall(number: string): PbxCall
    checkWebPhoneState(): boolean
    readonly helper: Record<string, (...given: string[]) => Record<string, unknown> | null>
    onConnectionStateChanged(listener: (info: { State: string }) => void): void
    onSessionCreated(listener: (session: PbxPageSession) => void): void
    onSessionClosed(listener: (session: PbxPageSession) => void): void
    onClientStateChanged(listener: (info: object) => void): void
    onUserInfoReceived(listener: (user: { fullName: string }) => void): void
    onCallHistoryInfoReceived(listener: (rows: { state: string }[]) => void): void
    onErrorOccured(listener: (message: string) => void): void
    onIncomingCall(listener: (call: PbxCall) => void): void
  }
  /** What the test's page has heard. */
  readonly heard: string[]
  readonly sessions: PbxPageSession[]
  readonly calls: PbxCall[]
}

export interface PbxPageSession extends Record<string, unknown> {
  readonly sessionId: string
  readonly sessionState: string
  onSessionStateChanged(listener: (session: PbxPageSession, state: string) => void): void
  hangup(): void
  hold(): void
  blindTransfer(transferor: string, phoneNumber?: string): void
  forward(phoneNumber?: string): void
}

export interface PbxCall {
  start(): void
  accept(): void
  hangUp(): void
  getCallState(): string
  getOtherParty(): string
  onCallStateChanged(listener: (state: string) => void): void
}

declare const globalThis: PbxPage

/** Until the page has heard `word`. */
export const hears = (page: Page, word: string): Promise<unknown> =>
  page.waitForFunction((wanted) => globalThis.heard.includes(wanted), word)

export const heardBy = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.heard)

/** An emulator with the built script. */
export const webphonePbx = (): Promise<EmulatedPbx> =>
  emulatedPbx({
    webphoneScriptPath: builtWebphone,
    webphones: [{ extension: '1500', password: '12345678' }],
  })

/** A browser whose pages include the script as the vendor's samples do, and write down whatever they hear. */
export interface Pages {
  open(pbx: EmulatedPbx): Promise<Page>
  /** A page that a token has let in. */
  connected(pbx: EmulatedPbx, allowSessionModification?: boolean): Promise<Page>
  stop(): Promise<void>
}

/** Starts the browser, and a server for its pages. */
export async function startPages(): Promise<Pages> {
  const server = createServer(answerPage)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags],
  })

  async function open(pbx: EmulatedPbx): Promise<Page> {
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.goto(`http://127.0.0.1:${port}/${pbx.ports.script}`)
    await page.evaluate(writeDown)
    return page
  }

  return {
    open,
    async connected(pbx, allowSessionModification = false) {
      const page = await open(pbx)
      const token = pbx.tokens.issue({ allowSessionModification })
      await page.evaluate((given) => globalThis.OzWebClient.connect('127.0.0.1', given), token)
      await hears(page, 'ACCESS_GRANTED')
      return page
    },
    async stop() {
      await browser.close()
      server.close()
    },
  }
}

/**
 * The path of a page is the port of the script that it includes. A page that Playwright makes up will not do: it
 * counts as a public one, which may not speak with a PBX on a private address.
 */
const answerPage: RequestListener = (request, response) => {
  const scriptPort = (request.url ?? '').slice(1)
  response.setHeader('Content-Type', 'text/html')
  response.end(
    '<!doctype html><title>Page</title><link rel="icon" href="data:,">' +
      `<script src="http://127.0.0.1:${scriptPort}/WebphoneAPI"></script>`,
  )
}

/** Runs in the page. */
function writeDown(): void {
  const { OzWebClient } = globalThis
  const heard: string[] = []
  const sessions: PbxPageSession[] = []
  const calls: PbxCall[] = []
  Object.assign(globalThis, { heard, sessions, calls })
  OzWebClient.onConnectionStateChanged(({ State }) => heard.push(State))
  OzWebClient.onSessionCreated((session) => {
    heard.push(`created ${session.sessionState}`)
    sessions.push(session)
    session.onSessionStateChanged((same, state) =>
      heard.push(`${same === session ? 'same' : 'other'} ${state} ${session.sessionState}`),
    )
  })
  OzWebClient.onSessionClosed((session) => heard.push(`closed ${session.sessionState}`))
  OzWebClient.onErrorOccured((message) => heard.push(`error ${message}`))
  OzWebClient.onIncomingCall((call) => calls.push(call))
}
