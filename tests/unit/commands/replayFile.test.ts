import { truncate, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { CommandError } from '../../../src/commands/commandError.ts'
import { readReplayFile, replayRows } from '../../../src/commands/replayFile.ts'
import type { ConfigInput } from '../../../src/contract/config.ts'
import type { TrafficRow } from '../../../src/emulator/traffic/csv.ts'
import { temporaryFile } from '../../support/commandLine.ts'
import { trafficFile } from '../../support/trafficFile.ts'
import { row, settingsFor } from './replayStage.ts'

function rowsOf(
  rows: readonly TrafficRow[],
  changes: Partial<ConfigInput> = {},
): readonly TrafficRow[] {
  return replayRows('calls.csv', trafficFile(rows), settingsFor(changes))
}

function refusalOf(text: string): string {
  try {
    replayRows('calls.csv', text, settingsFor())
  } catch (error) {
    if (error instanceof CommandError) return error.message
  }
  throw new Error('this file was accepted')
}

test('the calls of a file are read as they stand there', () => {
  const calls = [row(), row({ callId: 'c2', answerSeconds: undefined, agent: '' })]
  expect(rowsOf(calls)).toEqual(calls)
})

test('queues that the config does not have are named, each once', () => {
  const calls = ['5001', '5000', '5001', '77'].map((queue) => row({ queue }))
  expect(refusalOf(trafficFile(calls))).toBe(
    'The traffic file calls.csv has calls at queues that no team of the config has: 5001, 77. ' +
      'Add them to the queues of a team.',
  )
  expect(refusalOf(trafficFile(calls.slice(0, 2)))).toMatch(/at a queue .*: 5001\. Add it to/)
})

test('a long list of unknown queues is cut', () => {
  const calls = Array.from({ length: 25 }, (_, index) => row({ queue: String(6000 + index) }))
  expect(refusalOf(trafficFile(calls))).toMatch(/: 6000, .*, 6019 and 5 more\. /)
})

test('days may be left out everywhere or nowhere', () => {
  expect(rowsOf([row({ day: '' }), row({ day: '' })])).toHaveLength(2)
  expect(refusalOf(trafficFile([row({ day: '' }), row()]))).toMatch(/Write a day in every row/)
})

test('a wrong line is told with its number', () => {
  const text = trafficFile([row(), row({ endSeconds: 5 })])
  expect(refusalOf(text)).toMatch(
    /^The traffic file calls\.csv, line 3: .+ must follow each other\.$/,
  )
  expect(refusalOf(trafficFile([]))).toBe('The traffic file calls.csv holds no calls.')
})

test('who is not named answers at an extension that no team has', () => {
  const answered = [row({ agent: '' }), row({ agent: '10000' })]
  const teams = [{ id: 'support', queues: ['5000'], extensions: ['9998-9999'] }]
  expect(rowsOf(answered, { teams }).map(({ agent }) => agent)).toEqual(['10001', '10000'])
})

test('a file that is not there is named', async () => {
  await expect(readReplayFile('none.csv')).rejects.toMatchObject({
    code: 'traffic-file',
    message: 'The traffic file none.csv cannot be read. Check the path and who may read it.',
  })
})

test('a file in another encoding is refused', async () => {
  const file = await temporaryFile('calls.csv', '')
  await writeFile(file, Buffer.from('call_id,\xFF', 'latin1'))
  await expect(readReplayFile(file)).rejects.toThrow(/is not text in UTF-8/)
})

test('more than 200 MB are not read', async () => {
  const file = await temporaryFile('calls.csv', '')
  await truncate(file, 200_000_001)
  await expect(readReplayFile(file)).rejects.toThrow(/has more than 200 MB\. Split it by days\./)
})
