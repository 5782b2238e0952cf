import { expect, test } from 'vitest'
import { startedDay } from '../startedDay.ts'
import { answerOf } from './faultStage.ts'

test('faults of the command line come over the emulated PBX', async () => {
  const { emulator } = await startedDay({ fault: ['noScript@0', 'noApi@1000000'] })
  const { script, http } = emulator.ports
  expect(await answerOf(`http://127.0.0.1:${script}/WebphoneAPI`)).toBe(503)
  expect(await answerOf(`http://127.0.0.1:${http}/?Command=ListExtensions`)).toBe(200)
})

test('a wrong fault starts nothing', async () => {
  await expect(startedDay({ fault: ['frost@60'] })).rejects.toThrow(
    '--fault frost@60: there is no fault frost; expected one of drop, freeze,',
  )
})
