import { expect, test } from 'vitest'
import type { EmulateValues } from '@/commands/emulate.ts'
import { dialectOf, startDay } from '@/commands/emulate.ts'
import { demoConfig } from '@/commands/demoSite.ts'
import type { Program } from '@/commands/program.ts'
import { profiles } from '@/emulator/dialect.ts'
import { morning } from '../../../support/emulatedPbx.ts'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const values = (changes: Partial<EmulateValues>): EmulateValues => ({
  traffic: 'simulated',
  speed: '1',
  agents: '6',
  seed: '1',
  profile: 'documented',
  dialect: '',
  host: '127.0.0.1',
  'script-port': '0',
  'gateway-port': '0',
  'http-port': '0',
  ...changes,
})

const program: Program = {
  print: () => undefined,
  env: {},
  now: () => morning,
  timeZone: 'Europe/Budapest',
  ended: new Promise(() => undefined),
  appDir: '',
  webphoneScriptPath: fileURLToPath(import.meta.url),
  version: 'test',
}

async function startedDay(changes: Partial<EmulateValues>) {
  const day = await startDay(values(changes), { script: 0, gateway: 0, http: 0 }, program)
  onTestFinished(() => day.stop())
  return day
}

test('the options of the command line make a dialect', () => {
  expect(dialectOf(values({ profile: 'dotnet', dialect: 'closeEvents=off' }))).toEqual({
    ...profiles.dotnet,
    closeEvents: 'off',
  })
})

test.each([
  [{ profile: 'nokia' }, '--profile nokia: expected documented, seed or dotnet.'],
  [
    { dialect: 'closeEvents=no' },
    '--dialect closeEvents=no: closeEvents: expected on or off, found “no”.',
  ],
])('a wrong option ends the command with what to write instead', async (changes, message) => {
  await expect(startedDay(changes)).rejects.toThrow(message)
})

test('the browser script is served with the dialect in front of it, as data', async () => {
  const { emulator } = await startedDay({ profile: 'seed', dialect: 'sessionId=Id' })
  const response = await fetch(`http://127.0.0.1:${emulator.ports.script}/WebphoneAPI`)
  const line = (await response.text()).split('\n')[1] ?? ''
  const data = /^var OzekiDialect = (\{.*\});$/.exec(line)?.[1] ?? ''
  expect(JSON.parse(data)).toEqual({ ...profiles.seed, sessionId: 'Id' })
})

test('the demo asks for its tokens where the dialect has the HTTP API', async () => {
  const old = await startedDay({})
  const ozeki10 = await startedDay({ dialect: 'httpApi=ozeki10' })
  expect(demoConfig(old, '127.0.0.1').pbx.httpApiUrl).toMatch(/:\d+\/$/)
  const { httpApiUrl } = demoConfig(ozeki10, '127.0.0.1').pbx
  expect((await fetch(`${httpApiUrl ?? ''}?command=ListActiveCalls`)).status).toBe(200)
})
