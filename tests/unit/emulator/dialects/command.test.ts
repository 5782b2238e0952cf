import { expect, test } from 'vitest'
import { demoConfig } from '@/commands/demoSite.ts'
import { dialectOf } from '@/commands/emulate.ts'
import { profiles } from '@/emulator/dialect.ts'
import { emulateValues, startedDay } from '../startedDay.ts'

test('the options of the command line make a dialect', () => {
  expect(dialectOf(emulateValues({ profile: 'dotnet', dialect: 'closeEvents=off' }))).toEqual({
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
