import { existsSync } from 'node:fs'
import { outputOf, run } from './project.mjs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function find() {
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return usualPlaces.find((place) => existsSync(place))
}

/**
 * The Chromium for the browser tests: `CHROMIUM`, else the system's, else Debian's package, which is installed if that
 * is allowed (CI or CALLWALL_APT=1 set, and root). Undefined when there is none.
 */
export function ensureChromium() {
  const found = find()
  if (found !== undefined) return found
  const isAllowed = Boolean(process.env.CI) || process.env.CALLWALL_APT === '1'
  const canInstall = process.getuid?.() === 0 && outputOf('apt-get', ['--version']) !== undefined
  if (isAllowed && canInstall) {
    console.log('Installing Debian’s chromium for the browser tests …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], { env })
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
    return find()
  }
  console.error(
    'No Chromium was found: install it (Debian: apt-get install chromium) or set CHROMIUM to its path; until then the browser tests fail.',
  )
  return undefined
}
