import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TrafficRow } from '../../src/emulator/traffic/csv.ts'

const folder = fileURLToPath(
  new URL('../../../shared/data/anonymous-bank-1999-10/', import.meta.url),
)

/**
 * Whether the records of the "Anonymous Bank" call centre (Guedj and Mandelbaum, Technion, 2000; analysed by Brown et
 * al., JASA 2005) are on this machine. They are not part of the project.
 */
export const hasOctober = existsSync(`${folder}calls.csv`) && existsSync(`${folder}truth.json`)

/** What was counted of the calls of one type; means and shares are rounded to 3 decimals, `null` is no value. */
export interface TruthOfType {
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  readonly answeredWithin20: number
  readonly serviceLevel20: number | null
  readonly meanWaitAnsweredS: number | null
  readonly meanWaitAbandonedS: number | null
  readonly longestWaitS: number | null
  readonly longestWaitAnsweredS: number | null
  readonly meanServiceS: number | null
}

/** What was counted over all types. */
export interface TruthOfAll extends TruthOfType {
  readonly maxInService: number
  readonly maxWaiting: number
  readonly maxInProgress: number
  readonly agents: number
}

export interface TruthInterval extends TruthOfAll {
  /** Local time of its start. */
  readonly interval: string
  readonly answeredInInterval: number
  readonly abandonedInInterval: number
}

interface ByType {
  readonly byType: Readonly<Record<string, TruthOfType>>
}

export interface TruthDay extends TruthOfAll, ByType {
  readonly date: string
  /** Half-hours without calls left out. */
  readonly intervals: readonly TruthInterval[]
}

export interface Truth {
  readonly total: TruthOfAll & ByType
  readonly days: readonly TruthDay[]
}

let truth: Truth | undefined

/** The counted truth of the month. */
export function octoberTruth(): Truth {
  truth ??= JSON.parse(readFileSync(`${folder}truth.json`, 'utf8')) as Truth
  return truth
}

/** The counted truth of one day. */
export function truthOf(date: string): TruthDay {
  const day = octoberTruth().days.find((candidate) => candidate.date === date)
  if (day === undefined) throw new Error(`no truth for ${date}`)
  return day
}

/** Where the calls of a type wait. */
export const queueOfType: Readonly<Record<string, string>> = {
  PS: '5000',
  NE: '5001',
  NW: '5002',
  IN: '5003',
  PE: '5004',
  TT: '5005',
}

let lines: readonly string[] | undefined

/**
 * The calls that reached a queue, of one day or of the month, as rows of a traffic file: one queue for each type,
 * agents A01.. at 1001 and up, I01.. at 1201 and up.
 */
export function octoberRows(date?: string): readonly TrafficRow[] {
  lines ??= readFileSync(`${folder}calls.csv`, 'utf8').split('\n')
  const [header = '', ...calls] = lines
  const columns = header.split(',')
  const rows: TrafficRow[] = []
  for (const line of calls) {
    const cells = line.split(',')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    const day = cell('date')
    if (day !== (date ?? day) || !['answered', 'abandoned'].includes(cell('status'))) continue
    rows.push({
      callId: `${cell('vru_line')}-${cell('call_id')}`,
      day,
      queue: queueOfType[cell('type')] ?? '5000',
      caller: cell('customer').replace(/^C/, '+97235550'),
      arriveSeconds: Number(cell('enter_s')),
      answerSeconds: cell('status') === 'answered' ? Number(cell('leave_s')) : undefined,
      endSeconds: Number(cell('end_s')),
      agent: cell('agent').replace(/^A/, '10').replace(/^I/, '12'),
    })
  }
  return rows
}
