import { chromium } from 'playwright'
import type { Browser } from 'playwright'
import { chromiumFlags, chromiumPath } from './chromium.ts'

let launched: Promise<Browser> | undefined

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] })
}

/** One Chromium for the tests of a file: to start one takes longer than many a test. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launchBrowser()
  return launched
}

/** Ends it, if a test has asked for it. */
export async function closeSharedBrowser(): Promise<void> {
  const browser = await launched
  launched = undefined
  await browser?.close()
}
