import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { EmulateValues, RunningDay } from '@/commands/emulate.ts'
import { startDay } from '@/commands/emulate.ts'
import type { Program } from '@/commands/program.ts'
import { morning } from '../../support/emulatedPbx.ts'

/** What the command line gives when it says nothing but `changes`. */
export const emulateValues = (changes: Partial<EmulateValues>): EmulateValues => ({
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

/** The emulated day of a command line on free ports; ended when the test has finished. */
export async function startedDay(changes: Partial<EmulateValues>): Promise<RunningDay> {
  const day = await startDay(emulateValues(changes), { script: 0, gateway: 0, http: 0 }, program)
  onTestFinished(() => day.stop())
  return day
}
