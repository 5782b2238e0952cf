import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Program } from '@/commands/program.ts'
import { serve } from '@/commands/serve.ts'

const configText = (name: string): string =>
  JSON.stringify({
    site: { name },
    pbx: { address: '127.0.0.1', httpApiUrl: null },
    records: { file: 'day.db' },
  })

interface Started {
  readonly folder: string
  readonly url: string
  readonly lines: readonly string[]
  readonly end: () => Promise<void>
}

/** `callwall serve` on any port with the config in a folder of its own. */
async function started(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'callwall-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'wall.json'), configText('Day'))
  const lines: string[] = []
  let tellUrl: (url: string) => void = () => undefined
  const url = new Promise<string>((resolve) => {
    tellUrl = resolve
  })
  let end: () => void = () => undefined
  const program: Program = {
    print(line) {
      lines.push(line)
      const found = /^The wall is at (\S+)$/.exec(line)?.[1]
      if (found !== undefined) tellUrl(found)
    },
    env: {},
    now: () => Date.parse('2026-11-21T08:30:00Z'),
    timeZone: 'UTC',
    ended: new Promise((resolve) => {
      end = resolve
    }),
    appDir: folder,
    webphoneScriptPath: '',
    version: '1.2.3',
  }
  const done = serve(['--config', join(folder, 'wall.json'), '--port', '0'], program)
  const stop = async (): Promise<void> => {
    end()
    await done
  }
  onTestFinished(stop)
  return { folder, url: await Promise.race([url, done.then(() => '')]), lines, end: stop }
}

test('a config that is changed while the server runs is the one that walls get', async () => {
  const { folder, url, lines } = await started()
  const siteName = async (): Promise<string> => {
    const body = (await (await fetch(`${url}api/config`)).json()) as {
      config: { site: { name: string } }
    }
    return body.config.site.name
  }
  expect(await siteName()).toBe('Day')
  await writeFile(join(folder, 'wall.json'), configText('Night'))
  await expect.poll(siteName, { timeout: 15_000 }).toBe('Night')
  const log = lines.find((line) => line.includes('The config has changed.'))
  expect(JSON.parse(log ?? '')).toEqual({
    time: '2026-11-21T08:30:00.000Z',
    level: 'info',
    message: 'The config has changed.',
    changed: ['site'],
  })
})

test('the records lie beside the config, and the command ends when it is asked to', async () => {
  const { folder, url, end } = await started()
  expect((await stat(join(folder, 'day.db'))).isFile()).toBe(true)
  await end()
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})
