import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const runFile = promisify(execFile)

/** The project's folder. */
export const project = fileURLToPath(new URL('../..', import.meta.url))

/** The built package, packed and installed into a folder of its own. */
export interface InstalledPackage {
  readonly folder: string
  /** What is in the package: paths and their sizes in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[]
  /** Why npm could not fetch the dependencies: no network. */
  readonly unreachable?: string
}

const networkFaults =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/

/** Packs what is built and installs it as a user would. The folder is the caller's to remove. Rejects when npm refuses. */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'callwall-package-'))
  try {
    return await installInto(folder)
  } catch (error) {
    await rm(folder, { recursive: true })
    throw error
  }
}

async function installInto(folder: string): Promise<InstalledPackage> {
  const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const [packed] = JSON.parse(await npm(packing, project)) as [Packed]
  const tarball = join(folder, packed.filename)
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund']
  const patience = ['--fetch-retries=0', '--fetch-timeout=20000']
  const installing = ['install', '--omit=dev', ...quietly, ...patience, '--prefix', folder, tarball]
  try {
    await npm(installing, folder)
    return { folder, files: packed.files }
  } catch (error) {
    const [fault] = networkFaults.exec(String(error)) ?? []
    if (fault === undefined) throw error
    return { folder, files: packed.files, unreachable: fault }
  }
}

interface Packed {
  readonly filename: string
  readonly files: InstalledPackage['files']
}

/** What npm prints, without what an npm around the tests says of this project. */
async function npm(args: readonly string[], cwd: string): Promise<string> {
  const isOfProject = /^(INIT_CWD$|npm_(package|lifecycle|command|config_local_prefix))/
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !isOfProject.test(name)),
  )
  const { stdout } = await runFile('npm', args, { cwd, env })
  return stdout
}
