import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { parseConfig } from '@/contract/config.ts'
import type { Config, ConfigInput } from '@/contract/config.ts'
import { createApp } from '@/server/app.ts'
import type { AppOptions } from '@/server/app.ts'
import { createAccess } from '@/server/access.ts'
import { createEventHub } from '@/server/eventHub.ts'
import { healthOf } from '@/server/health.ts'
import type { SiteClock } from '@/server/siteBodies.ts'
import { createWallRegistry } from '@/server/wallRegistry.ts'

/** Throws when the config is not valid. */
export function configOf(value: Partial<ConfigInput> = {}): Config {
  const { config, problems } = parseConfig({ pbx: { address: '192.0.2.10' }, ...value })
  if (config === undefined) throw new Error(JSON.stringify(problems))
  return config
}

/** A folder that is gone when the test has finished. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'callwall-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

export const secretText = 'a file beside the wall'

/** A folder that looks like a built wall, with a file beside it that is nobody's business. */
export async function builtWall(): Promise<string> {
  const folder = await temporaryFolder()
  // In a folder of that name, since the wall's own assets must not be told by the path on the disk.
  const app = join(folder, 'assets', 'app')
  await mkdir(join(app, 'assets'), { recursive: true })
  await writeFile(join(folder, 'assets', 'secret.txt'), secretText)
  await writeFile(join(app, 'index.html'), '<!doctype html><title>Wall</title>')
  await writeFile(join(app, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(app, 'assets', 'main-1a2b.js'), 'void 0')
  return app
}

interface TestAppOptions extends Partial<AppOptions> {
  readonly config?: Config
  readonly clock?: SiteClock
}

/** The server's HTTP without a port. */
export async function testApp({
  config = configOf(),
  clock = { now: () => 1_000.4, speed: 1 },
  ...options
}: TestAppOptions = {}): Promise<Hono> {
  const log = options.log ?? ((): undefined => undefined)
  const time = { now: () => 0 }
  const walls = createWallRegistry({ time, log })
  return createApp({
    site: { config: () => config, clock, version: '1.2.3' },
    tokens: { token: () => Promise.resolve({ token: 'abc', expiresAt: 2_000 }) },
    access: createAccess({ key: undefined, now: () => 0, log }),
    events: createEventHub({ firstEvents: () => [] }),
    walls,
    calls: new Hono(),
    health: () =>
      healthOf({
        version: '1.2.3',
        uptimeSeconds: 0,
        walls: { ...walls.summary(), streams: 0 },
        pbx: {},
        records: { isFailing: false, today: 0 },
        config: { loadedAt: 0, isRejected: false },
        notices: [],
      }),
    appDir: await builtWall(),
    log,
    ...options,
  })
}
