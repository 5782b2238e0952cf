import { existsSync } from 'node:fs'

/** Headless, and silent on networks that are closed. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium that tests drive: `CHROMIUM`, else the first of the usual places of the system. */
export function chromiumPath(): string {
  return process.env['CHROMIUM'] ?? usualPlaces.find((place) => existsSync(place)) ?? 'chromium'
}
