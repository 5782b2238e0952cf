import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))
const stamps = join(root, 'node_modules', '.callwall')

/** Ends the program with a sentence that says what to do when Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(
    `callwall needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`,
  )
}

/** @returns {never} */
export function fail(message) {
  console.error(message)
  process.exit(1)
}

/** Runs a program with its output shown; returns its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error !== undefined) console.error(error.message)
  return status ?? 1
}

const isWindows = process.platform === 'win32'
const toolPath = (name) => join(root, 'node_modules', '.bin', isWindows ? `${name}.cmd` : name)

/** Runs a tool that the project installs, by its name in node_modules/.bin. */
export function runTool(name, args, options = {}) {
  return run(toolPath(name), args, { shell: isWindows, ...options })
}

/** Runs such a tool beside everything else; resolves with its exit code. */
export function startTool(name, args) {
  const tool = spawn(toolPath(name), args, { cwd: root, stdio: 'inherit', shell: isWindows })
  return new Promise((resolve) => {
    tool.once('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    tool.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Installs what the lock file names, unless that is already there. */
export function ensureInstalled() {
  // A linked folder is somebody else's, and npm would empty it.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return
  const wanted = hashOf(['package.json', 'package-lock.json'])
  if (readStamp('installed') === wanted) return
  console.log('Installing what callwall needs …')
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: isWindows,
  })
  if (code !== 0) fail('npm could not install the dependencies; its own message above says why.')
  writeStamp('installed', wanted)
}

/** Builds wall, emulator script and command line, unless what is built comes from the sources as they are. */
export function ensureBuilt() {
  const sources = [
    'package.json',
    'package-lock.json',
    'index.html',
    'vite.config.ts',
    'tsconfig.json',
  ]
  const wanted = hashOf([...sources, ...filesIn('src'), ...filesIn('public')])
  const built = ['dist/app/index.html', 'dist/webphone/WebphoneAPI.js', 'dist/server/cli.js']
  const isThere = built.every((file) => existsSync(join(root, file)))
  if (isThere && readStamp('built') === wanted) return true
  console.log('Building …')
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  const env = { ...process.env, npm_package_version: version }
  const steps = [[], ['--mode', 'webphone'], ['--mode', 'server', '--ssr']]
  for (const step of steps) {
    if (runTool('vite', ['build', '--logLevel', 'warn', ...step], { env }) !== 0) return false
  }
  writeStamp('built', wanted)
  return true
}

/** The files of a folder of the project, sorted, as paths from its top. */
export function filesIn(folder) {
  const found = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) found.push(...filesIn(path))
    else found.push(path)
  }
  return found.sort()
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function readStamp(name) {
  const file = join(stamps, name)
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined
}

function writeStamp(name, text) {
  mkdirSync(dirname(join(stamps, name)), { recursive: true })
  writeFileSync(join(stamps, name), text)
}

/** The output of a program, or undefined when it cannot be run. */
export function outputOf(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
