import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { seededRandom } from '@/emulator/random.ts'
import { openRecords } from '@/server/records/openRecords.ts'
import { bundled } from '../../../support/bundled.ts'
import { createManualTimers } from '../../../support/manualTimers.ts'
import { configOf, temporaryFolder } from '../serverStage.ts'
import { ten } from './recordBuilder.ts'
import type { CallRecord } from '@/domain/callRecord.ts'

type Told = readonly [id: string, sessions: number, isOver: boolean]

interface Killed {
  /** What the program said to have stored. */
  readonly told: readonly Told[]
  readonly complaints: string
}

/** Runs the writer on `file` and kills it so many ms after its first word. */
function killedWriter(
  script: string,
  file: string,
  seed: number,
  afterMs: number,
): Promise<Killed> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, file, String(seed)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let complaints = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString()
    })
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
      output += chunk.toString()
    })
    child.once('close', () => {
      // The last line may have been cut off by the kill.
      const lines = output.split('\n').slice(0, -1)
      resolve({ told: lines.flatMap((line) => JSON.parse(line) as Told[]), complaints })
    })
  })
}

/** Every call of the file, read as the server reads it. */
function allCalls(file: string): readonly CallRecord[] {
  const time = createManualTimers(ten)
  const config = configOf()
  const records = openRecords({
    ...{ file, config: () => config, clock: time, timers: time },
    log: (level, message) => {
      throw new Error(`${level} ${message}`)
    },
  })
  const calls: CallRecord[] = []
  let page = records.page(0, 2 * ten, undefined)
  for (;;) {
    calls.push(...page.calls)
    if (page.next === undefined) break
    page = records.page(0, 2 * ten, page.next)
  }
  records.close()
  return calls
}

const killsPerFile = 50

test('100 kills in the middle of writes lose no call that was answered for, and double none', async () => {
  const script = await bundled(fileURLToPath(new URL('killedWriter.ts', import.meta.url)))
  const folder = await temporaryFolder()
  const run = async (first: number): Promise<number> => {
    const file = join(folder, `${first}.db`)
    const random = seededRandom(first)
    const all: Told[] = []
    for (let seed = first; seed < first + killsPerFile; seed++) {
      const { told, complaints } = await killedWriter(script, file, seed, random() * 60)
      expect(complaints, `seed ${seed}`).toBe('')
      all.push(...told)
      // Else it is the next writer that finds what the kill has left.
      if (seed % 10 === 9) expectAll(allCalls(file), all, seed)
    }
    return all.length
  }
  const counts = await Promise.all([run(1_000), run(2_000)])
  // Every kill hit somebody who was at work.
  for (const count of counts) expect(count).toBeGreaterThan(killsPerFile)
}, 120_000)

function expectAll(stored: readonly CallRecord[], told: readonly Told[], seed: number): void {
  const sessionIds = stored.flatMap(({ sessions }) => sessions.map(({ id }) => id))
  expect(new Set(sessionIds).size, `seed ${seed}`).toBe(sessionIds.length)
  const byId = new Map(stored.map((record) => [record.id, record]))
  const lost = told.filter(([id, sessions, isOver]) => {
    const record = byId.get(id)
    return record === undefined || record.sessions.length < sessions || (isOver && !record.isOver)
  })
  expect(lost, `seed ${seed}`).toEqual([])
}
