import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'

/** What the checks use of the machine that they run on. */
export interface CheckMachine {
  readonly fetch: typeof globalThis.fetch
  /** Epoch ms. */
  readonly now: () => number
  readonly env: Readonly<Record<string, string | undefined>>
  /** The addresses of a name; rejects when it has none. */
  readonly addressesOf: (name: string) => Promise<readonly string[]>
  /** Opens a TCP connection and closes it; rejects when that fails. */
  readonly knock: (host: string, port: number) => Promise<void>
  /** How long a check may wait for an answer, ms. */
  readonly timeoutMs: number
}

/** The machine as it is. */
export function thisMachine(
  now: () => number,
  env: CheckMachine['env'],
  timeoutMs: number,
): CheckMachine {
  return {
    now,
    env,
    timeoutMs,
    fetch: (...request) => fetch(...request),
    addressesOf: (name) => within(timeoutMs, addressesOf(name)),
    knock: (host, port) => knock(host, port, timeoutMs),
  }
}

async function addressesOf(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address)
}

async function within<T>(timeoutMs: number, action: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut()), timeoutMs)
  })
  try {
    return await Promise.race([action, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

function timedOut(): Error {
  return Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })
}

function knock(host: string, port: number, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    const end = (error?: Error): void => {
      socket.destroy()
      if (error === undefined) resolve()
      else reject(error)
    }
    socket.setTimeout(timeoutMs, () => end(timedOut()))
    socket.once('connect', () => end())
    socket.once('error', end)
  })
}

const words: Readonly<Partial<Record<string, string>>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it hung up',
  UND_ERR_SOCKET: 'it hung up',
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'the name server does not answer',
  ETIMEDOUT: 'no answer in time',
  TimeoutError: 'no answer in time',
  EHOSTUNREACH: 'there is no way to that machine',
  ENETUNREACH: 'there is no way to that network',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an authority that is not known',
}

/** Why something on the network failed, in a few words. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it failed'
  // An abort has a number for a code.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const known = words[code]
  if (known !== undefined) return known
  return error.cause === undefined ? `it failed (${code})` : whyOf(error.cause)
}
