import { writeSync } from 'node:fs'
import type { CallRecord } from '@/domain/callRecord.ts'
import { seededRandom } from '@/emulator/random.ts'
import { parseConfig } from '@/contract/config.ts'
import { openRecords } from '@/server/records/openRecords.ts'
import { abandoned, answered, call, ten } from './recordBuilder.ts'

/** A program of its own that reports calls until it is killed, and says so after each report. */
const [file = '', seed = '0'] = process.argv.slice(2)
const { config } = parseConfig({ pbx: { address: '192.0.2.10' } })
if (config === undefined) throw new Error('the config is not valid')
const random = seededRandom(Number(seed))
const records = openRecords({
  file,
  config: () => config,
  clock: { now: () => ten },
  timers: { set: () => undefined, clear: () => undefined },
  log: (level, message) => {
    writeSync(2, `${level} ${message}\n`)
  },
})

/** How a call comes to be known, bit by bit. */
const forms: readonly ((id: string) => CallRecord)[] = [
  (id) => call(id),
  (id) => abandoned(id),
  (id) => answered(id, `${id}b`),
]

for (let round = 0; ; round++) {
  const calls = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
    const form = forms[Math.floor(random() * forms.length)] ?? call
    return form(`s${seed}c${Math.floor(random() * (3 + round))}`)
  })
  records.save({ wall: seed, calls, covered: [[ten, ten + round]] })
  const told = calls.map(({ id, sessions, isOver }) => [id, sessions.length, isOver])
  writeSync(1, `${JSON.stringify(told)}\n`)
}
