import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { replayedDay } from '../../../../src/commands/traffic.ts'
import { site } from '../core/build.ts'
import { site as place } from './scenarioRun.ts'

/** A file that is gone when the test has finished. */
function written(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'scenario-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const read = (file: string): ReturnType<typeof replayedDay> =>
  replayedDay(file, place.timeZone, place.now)

const scenario = {
  name: 'Two teams.',
  start: '2026-11-17T23:59:00',
  extensions: [
    { id: '201', name: 'Ana' },
    { id: '202', name: 'Bo' },
    { id: '300', name: 'Support', type: 'queue' },
  ],
  config: {
    site: { timeZone: 'Asia/Tokyo' },
    teams: [
      { id: 'support', queues: ['300'], extensions: ['201'] },
      { id: 'desk', agents: [{ name: 'Bo Lind', extensions: ['202'] }] },
    ],
  },
  steps: [{ at: '0:00:05', open: 'a', from: '+3615550100', to: '300' }],
}

test('a traffic file that ends in .json is a scenario: its time, its teams, its calls', async () => {
  const day = await read(written('two.JSON', JSON.stringify(scenario)))
  expect(new Date(day.start).toISOString()).toBe('2026-11-17T14:59:00.000Z')
  expect(day.site.teams).toMatchObject([
    { id: 'support', queues: ['300'], extensions: ['201'] },
    { id: 'desk', queues: [], agents: [{ name: 'Bo Lind', extensions: ['202'] }] },
  ])
  expect(day.timeZone).toBe('Asia/Tokyo')

  const { exchange, run, lines } = site({ roster: day.roster, at: day.start })
  day.traffic(exchange)
  run(10)
  expect(lines()).toEqual(['5 S1 created Setup +3615550100 to 300'])
})

test('every problem of a scenario is told in a line of its own', async () => {
  const steps = [{ open: 'a', from: '1', to: '2', sate: 'Ringing' }, { close: 3 }]
  const file = written('wrong.json', JSON.stringify({ ...scenario, steps }))
  await expect(read(file)).rejects.toMatchObject({
    code: 'traffic-file',
    message: [
      `${file} is no scenario:`,
      '  steps[0].sate: there is no such key',
      '  steps[1].close: found 3, expected text in quotes',
    ].join('\n'),
  })
})

test('a scenario that is no JSON says where it stops being it', async () => {
  const file = written('broken.json', '{ "name": ')
  await expect(read(file)).rejects.toThrow(/broken\.json is not JSON: .*JSON/)
})

test('a traffic file of rows is read as before', async () => {
  const header = 'call_id,day,queue,caller,arrive_s,answer_s,end_s,agent'
  const file = written('day.csv', `${header}\n1,2026-11-20,5000,+3615550100,3600,3620,3700,1001\n`)
  const day = await read(file)
  expect(new Date(day.start).toISOString()).toBe('2026-11-19T23:59:00.000Z')
  expect(day.site.teams).toMatchObject([{ id: 'support', queues: ['5000'] }])
  await expect(read(written('wrong.csv', 'a,b\n'))).rejects.toThrow(/line 1/)
  await expect(read(written('empty.csv', `${header}\n`))).rejects.toThrow(/holds no calls/)
  await expect(read('no-such-file.json')).rejects.toThrow(/cannot be read/)
})
