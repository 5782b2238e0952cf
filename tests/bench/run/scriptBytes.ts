import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'

/** One script of the wall. Bytes as they go over the wire, by gzip. */
export interface ScriptBytes {
  readonly file: string
  readonly gzip: number
  /** Whether it was there when the first live tile was painted. */
  readonly isEarly: boolean
}

/**
 * The scripts that a page of the wall has loaded by now, in the order of their loading.
 * @param app the folder of the built wall, ending with a slash
 * @param firstTileMs when the first live tile had been painted, ms after the beginning of the navigation
 */
export async function scriptsOf(
  page: Page,
  app: string,
  firstTileMs: number,
): Promise<readonly ScriptBytes[]> {
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => new URL(entry.name).origin === window.location.origin)
      .map((entry) => ({
        file: new URL(entry.name).pathname.slice(1),
        endMs: entry.startTime + entry.duration,
      })),
  )
  const ends = new Map<string, number>()
  for (const { file, endMs } of loaded) {
    if (file.endsWith('.js')) ends.set(file, Math.min(endMs, ends.get(file) ?? Infinity))
  }
  return Promise.all(
    [...ends].map(async ([file, endMs]) => {
      const { length } = gzipSync(await readFile(app + file))
      return { file, gzip: length, isEarly: endMs <= firstTileMs }
    }),
  )
}

/** kB gzip before the first live tile, and of all that the page loads by itself. */
export function kilobytesOf(scripts: readonly ScriptBytes[]): {
  readonly early: number
  readonly all: number
} {
  const sum = (wanted: readonly ScriptBytes[]): number =>
    wanted.reduce((total, { gzip }) => total + gzip, 0) / 1000
  return { early: sum(scripts.filter(({ isEarly }) => isEarly)), all: sum(scripts) }
}
