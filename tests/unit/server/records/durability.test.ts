import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { seededRandom } from '@/emulator/random.ts'
import type { Database } from '@/server/records/disk/database.ts'
import { openLibsql } from '@/server/records/disk/database.ts'
import { RecordsFailing } from '@/server/records/disk/steadyStore.ts'
import { abandoned, answered, ten } from './recordBuilder.ts'
import type { RecordsStage } from './recordsStage.ts'
import { callsOf, day, recordsStage, report } from './recordsStage.ts'

/** Calls that fill some pages of the file. */
const many = Array.from({ length: 60 }, (_, place) =>
  answered(`a${place}`, `b${place}`, { startedAt: ten + place }),
)

/** A file as it lies there when nobody has it open. */
async function closedFile(): Promise<RecordsStage> {
  const stage = await recordsStage()
  stage.records.save(report(many, [[day.start, ten]]))
  stage.records.close()
  return stage
}

const damagedFiles = ({ file }: RecordsStage): readonly string[] =>
  readdirSync(dirname(file)).filter(
    (name) => name.includes('.corrupt-') && !/-(wal|shm)$/.test(name),
  )

test('records outlive the program, with stretches and revision', async () => {
  const stage = await recordsStage()
  stage.records.save(report([abandoned('a')], [[day.start, ten]]))
  stage.records.save(report([answered('a', 'b')]))
  const revision = stage.records.revision()
  const { records } = stage.reopen()
  expect(callsOf(records)).toEqual([answered('a', 'b')])
  expect(records.stretches('covered', day.start, day.end)).toEqual([[day.start, ten]])
  expect(records.revision()).toBe(revision)
  expect(records.state()).toEqual({ isFailing: false })
})

test.each<[string, (file: string) => void]>([
  ['garbage', (file) => writeFileSync(file, 'no database at all. '.repeat(1_000))],
  ['half a header', (file) => truncateSync(file, 50)],
  [
    'a torn last page',
    (file) => {
      const bytes = readFileSync(file)
      writeFileSync(file, bytes.subarray(0, bytes.length - 2_000))
    },
  ],
  [
    'noise in its middle',
    (file) => {
      const bytes = readFileSync(file)
      bytes.fill(0xa5, 4_096, bytes.length - 4_096)
      writeFileSync(file, bytes)
    },
  ],
])('a file with %s is moved aside and begun anew', async (_, damage) => {
  const stage = await closedFile()
  damage(stage.file)
  const { records, lines } = stage.reopen()
  expect(records.state()).toEqual({ isFailing: false })
  expect(damagedFiles(stage)).toHaveLength(1)
  expect(lines.some((line) => /^error .* damaged/.test(line))).toBe(true)
  expect(records.save(report([abandoned('new')])).stored).toEqual(['new'])
  expect(callsOf(records).map(({ id }) => id)).toEqual(['new'])
})

test('a file that was cut off anywhere is survived: what it tells is true, or it is moved aside', async () => {
  const stage = await closedFile()
  const whole = readFileSync(stage.file)
  const random = seededRandom(7)
  for (let round = 0; round < 50; round++) {
    const length = Math.floor(random() * whole.length)
    for (const ending of ['-wal', '-shm']) rmSync(stage.file + ending, { force: true })
    writeFileSync(stage.file, whole.subarray(0, length))
    const before = damagedFiles(stage).length
    const { records, lines } = stage.reopen()
    const told = callsOf(records)
    for (const record of told) expect(many).toContainEqual(record)
    const isWhole = told.length === many.length
    const isSaid = lines.some((line) => line.includes('damaged'))
    // A file of no bytes is a new one.
    if (length > 0) expect(isWhole || isSaid, `cut at ${length}`).toBe(true)
    expect(records.save(report([abandoned('new')])).stored).toEqual(['new'])
    expect(damagedFiles(stage).length).toBeLessThanOrEqual(Math.min(before + 1, 3))
    records.close()
  }
})

test('a file that turns out to be damaged while it is in use is begun anew', async () => {
  const open: Database[] = []
  const stage = await recordsStage(
    {},
    {
      open: (file) => {
        const database = openLibsql(file)
        open.push(database)
        return database
      },
    },
  )
  stage.records.save(report(many))
  open[0]!.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  const bytes = readFileSync(stage.file)
  bytes.fill(0xa5, 100)
  writeFileSync(stage.file, bytes)
  open[0]!.exec('PRAGMA shrink_memory')
  callsOf(stage.records)
  expect(stage.records.save(report([abandoned('new')])).stored).toEqual(['new'])
  expect(damagedFiles(stage)).toHaveLength(1)
  expect(callsOf(stage.records).map(({ id }) => id)).toContain('new')
  expect(stage.records.state()).toEqual({ isFailing: false })
})

test('a file that cannot be opened leaves the records in memory, and a report refused, until it can', async () => {
  const stage = await recordsStage()
  stage.records.close()
  const file = `${dirname(stage.file)}/folder.db`
  mkdirSync(file)
  const { records, time } = stage.reopen({ file })
  expect(records.state()).toMatchObject({
    isFailing: true,
    sentence: expect.stringContaining(file),
  })
  const states: boolean[] = []
  records.onState(({ isFailing }) => states.push(isFailing))
  expect(() => records.save(report([abandoned('a')]))).toThrow(RecordsFailing)
  expect(callsOf(records)).toEqual([abandoned('a')])
  rmdirSync(file)
  time.pass(60_000)
  expect(states).toEqual([false])
  expect(records.save(report([abandoned('a')])).stored).toEqual(['a'])
  expect(statSync(file).isFile()).toBe(true)
})

test('a file of a later version is refused and left as it is', async () => {
  const stage = await closedFile()
  const database = openLibsql(stage.file)
  database.exec('PRAGMA user_version = 2')
  database.close()
  const { records } = stage.reopen()
  expect(records.state()).toMatchObject({
    isFailing: true,
    sentence: expect.stringMatching(/newer/),
  })
  expect(() => records.save(report([abandoned('a')]))).toThrow(RecordsFailing)
  expect(damagedFiles(stage)).toEqual([])
  const again = openLibsql(stage.file)
  expect(again.prepare('SELECT count(*) AS calls FROM calls').all()).toEqual([
    expect.objectContaining({ calls: many.length }),
  ])
  again.close()
})

test('a full disk refuses reports and says so; what is stored stays; with room it is well again', async () => {
  const open: Database[] = []
  const stage = await recordsStage(
    {},
    {
      open: (file) => {
        const database = openLibsql(file)
        open.push(database)
        return database
      },
    },
  )
  const { records, time, lines } = stage
  records.save(report([abandoned('a')]))
  open[0]!.prepare('PRAGMA max_page_count = 20').all()
  expect(() => records.save(report(many))).toThrow(/the disk is full/)
  expect(records.state()).toMatchObject({ isFailing: true })
  expect(lines.some((line) => /^error .*full/.test(line))).toBe(true)
  expect(callsOf(records)).toEqual([abandoned('a')])
  time.pass(120_000)
  expect(records.state()).toMatchObject({ isFailing: true })
  open[0]!.prepare('PRAGMA max_page_count = 100000').all()
  time.pass(60_000)
  expect(records.state()).toEqual({ isFailing: false })
  records.save(report(many))
  expect(callsOf(stage.reopen().records)).toHaveLength(many.length + 1)
})

test('where the database driver is missing, the server lives, says so, and stores nothing', async () => {
  const stage = await recordsStage(
    {},
    {
      open: () => {
        throw new Error('the driver is missing')
      },
    },
  )
  expect(stage.records.state()).toMatchObject({ isFailing: true })
  expect(callsOf(stage.records)).toEqual([])
  expect(() => stage.records.save(report(many))).toThrow(RecordsFailing)
  stage.records.close()
})
