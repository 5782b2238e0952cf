import { open, unlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Config } from '../../contract/config.ts'
import type { Finding } from './finding.ts'
import { bad, good } from './finding.ts'

const what = 'records'

/** Whether call records can be stored. `configFile`: the file's place is told relative to it. */
export async function checkRecords(config: Config, configFile: string): Promise<Finding> {
  const file = resolve(dirname(configFile), config.records.file)
  try {
    const isNew = await canCreate(`${file}.check`).then(() => isMissing(file))
    return good(what, `${file} can be written${isNew ? '; it will be made' : ''}.`)
  } catch (error) {
    const why = reasons[codeOf(error)] ?? `the machine says ${codeOf(error) || 'no'}`
    const mend =
      'Give it to the user who runs the server (run this check as that user), or name another records.file. Without it walls work, but know nothing of the time before they were switched on.'
    return bad(what, `${file} cannot be written: ${why}. ${mend}`)
  }
}

/** The database keeps files beside its own. */
async function canCreate(file: string): Promise<void> {
  const handle = await open(file, 'w')
  await handle.close()
  await unlink(file)
}

async function isMissing(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r+')
    await handle.close()
    return false
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw error
  }
}

const reasons: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a disk that is only read',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
