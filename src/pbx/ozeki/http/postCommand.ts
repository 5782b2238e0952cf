import { PbxError } from '../../pbxError.ts'
import { findElements, findText, parseAnswer } from './answer.ts'
import type { AnswerNode } from './answer.ts'
import { CommandRefused } from './commandRefused.ts'
import { readBounded } from './readBounded.ts'

/** How to reach the HTTP API of a PBX. */
export interface HttpApiOptions {
  /** As in the config, with its path: `http://192.0.2.10:7780/`. */
  readonly httpApiUrl: string
  /** Only where the PBX asks for a user. */
  readonly username?: string | undefined
  readonly password?: string | undefined
  readonly fetch: typeof globalThis.fetch
  /** How long the whole answer may take, ms. */
  readonly timeoutMs: number
}

const largestAnswer = 64 * 1024

/**
 * Gives the PBX a command and returns its answer. The fields travel in the body, since a URL ends up in logs.
 * Rejects with a `PbxError`: `denied` when the PBX refuses user or address (codes 304 to 307), else `failed`; a
 * `CommandRefused` when it gives a code.
 * @param largestBytes an answer of more bytes than this fails; 64 KiB unless told
 */
export async function postCommand(
  options: HttpApiOptions,
  command: string,
  fields: Readonly<Record<string, string>> = {},
  largestBytes: number = largestAnswer,
): Promise<AnswerNode> {
  const text = await postForText(options, { Command: command, ...fields }, largestBytes)
  const answer = parse(text)
  const code = findText(answer, 'Code')
  // A web page may be XML by accident; the bare token is how some may write it.
  const isOfPbx = ['Response', 'SecurityToken'].some(
    (name) => findElements(answer, name).length > 0,
  )
  if (code === '' && !isOfPbx) throw notOfPbx()
  if (code === '' || code === '200') return answer
  throw new CommandRefused(code, findText(answer, 'Message'))
}

function parse(text: string): AnswerNode {
  try {
    return parseAnswer(text)
  } catch (cause) {
    throw notOfPbx(cause)
  }
}

function notOfPbx(cause?: unknown): PbxError {
  const sentence =
    'What answers at the address of the HTTP API of the PBX is not that API; check pbx.httpApiUrl.'
  return new PbxError('failed', sentence, { cause, reason: 'notXml' })
}

async function postForText(
  options: HttpApiOptions,
  fields: Readonly<Record<string, string>>,
  largestBytes: number,
): Promise<string> {
  const { httpApiUrl, username, password, fetch, timeoutMs } = options
  const body = new URLSearchParams(fields)
  if (username !== undefined) body.set('Username', username)
  if (password !== undefined) body.set('Password', password)
  const request = async (signal: AbortSignal): Promise<string> => {
    // A redirect would carry the password to wherever it points.
    const response = await fetch(httpApiUrl, { method: 'POST', body, redirect: 'error', signal })
    if (response.ok) return readBounded(response, largestBytes)
    throw new PbxError('failed', `The HTTP API of the PBX answered with HTTP ${response.status}.`)
  }
  try {
    return await within(timeoutMs, request)
  } catch (cause) {
    if (cause instanceof PbxError) throw cause
    const sentence = 'The HTTP API of the PBX cannot be reached.'
    throw new PbxError('failed', sentence, { cause, reason: 'unreachable' })
  }
}

/** Does `action` unless it takes longer than `timeoutMs`; what ignores the signal is not waited for. */
async function within<T>(
  timeoutMs: number,
  action: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  let timer: unknown
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const sentence = `The HTTP API of the PBX did not answer within ${timeoutMs / 1000} s.`
      reject(new PbxError('failed', sentence, { reason: 'timeout' }))
      controller.abort()
    }, timeoutMs)
  })
  try {
    return await Promise.race([action(controller.signal), tooLate])
  } finally {
    clearTimeout(timer as number)
    controller.abort()
  }
}
