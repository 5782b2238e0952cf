import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { ConfigError } from './configError.ts'

const mostBytes = 1024 * 1024

/** The text of a config file, UTF-8, of at most 1 MiB. Rejects with a `ConfigError` that says what to do. */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file).catch((cause: unknown) => {
    throw new ConfigError(
      'unreadable',
      `The config file ${file} cannot be read: ${reason(cause)}`,
      [],
      {
        cause,
      },
    )
  })
  if (bytes.length > mostBytes) {
    throw unreadable(file, 'it is larger than 1 MiB. Is this the right file?')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw unreadable(file, 'it is not text in UTF-8. Save it as UTF-8.')
  }
}

/** At most a byte more than may be, also of what has no end. */
async function readBytes(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    return await readUpTo(handle, mostBytes + 1)
  } finally {
    await handle.close()
  }
}

async function readUpTo(handle: FileHandle, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  while (length < most) {
    const { bytesRead, buffer } = await handle.read({
      buffer: Buffer.alloc(Math.min(most - length, 65_536)),
    })
    if (bytesRead === 0) break
    chunks.push(buffer.subarray(0, bytesRead))
    length += bytesRead
  }
  return Buffer.concat(chunks)
}

function unreadable(file: string, why: string): ConfigError {
  return new ConfigError('unreadable', `The config file ${file} cannot be read: ${why}`)
}

const reasons: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'there is no such file. Check the path.',
  ENOTDIR: 'there is no such file. Check the path.',
  EACCES: 'this user may not read it. Check its owner and its rights.',
  EPERM: 'this user may not read it. Check its owner and its rights.',
  EISDIR: 'it is a folder. Name the file in it.',
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return (
    reasons[code] ??
    `the machine says ${code || 'nothing more'}. Check the path and who may read it.`
  )
}
