import { readLine } from './csvLine.ts'

/** One call of a traffic file. Seconds are counted from the midnight that begins `day`, and may pass 86,400. */
export interface TrafficRow {
  readonly callId: string
  /** YYYY-MM-DD; empty in a file of one day without a date. */
  readonly day: string
  readonly queue: string
  /** Empty when the number was withheld. */
  readonly caller: string
  readonly arriveSeconds: number
  /** `undefined` when the caller hung up in the queue. */
  readonly answerSeconds: number | undefined
  readonly endSeconds: number
  /** Empty when an extension of no team answered, or nobody did. */
  readonly agent: string
}

/** Why a traffic file cannot be read. `line` counts from 1, the header. */
export interface TrafficProblem {
  readonly code: 'header' | 'columns' | 'number' | 'day' | 'seconds' | 'order' | 'size'
  readonly line: number
  /** A sentence for a person. */
  readonly problem: string
}

const columns = [
  'call_id',
  'day',
  'queue',
  'caller',
  'arrive_s',
  'answer_s',
  'end_s',
  'agent',
] as const
const mostRows = 1_000_000
const latestSeconds = 2 * 86_400

/** The rows of a traffic file in the order written, or the first thing that is wrong with it. */
export function parseTraffic(text: string): readonly TrafficRow[] | TrafficProblem {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const header = readLine(lines[0] ?? '').map((name) => name.trim())
  if (header.join() !== columns.join()) {
    return problem('header', 1, `the first line must be ${columns.join()}`)
  }
  const rows: TrafficRow[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    if (rows.length === mostRows) return problem('size', index + 1, `more than ${mostRows} calls`)
    const row = parseRow(line, index + 1)
    if ('problem' in row) return row
    rows.push(row)
  }
  return rows
}

/** Whether `parseTraffic` found something wrong. */
export function isTrafficProblem(
  result: readonly TrafficRow[] | TrafficProblem,
): result is TrafficProblem {
  return 'problem' in result
}

function parseRow(text: string, line: number): TrafficRow | TrafficProblem {
  const cells = readLine(text).map((cell) => cell.trim())
  if (cells.length !== columns.length) {
    return problem('columns', line, `${columns.length} columns expected, ${cells.length} found`)
  }
  const cell = (name: (typeof columns)[number]): string => cells[columns.indexOf(name)] ?? ''
  const [callId, queue] = [cell('call_id'), cell('queue')]
  const [caller, agent] = [cell('caller'), cell('agent')]
  const day = cell('day')
  const wrong =
    checkNumbers({ call_id: callId, queue }, { caller, agent }, line) ?? checkDay(day, line)
  if (wrong !== undefined) return wrong
  const times = parseTimes(cell('arrive_s'), cell('answer_s'), cell('end_s'), line)
  return 'problem' in times ? times : { callId, day, queue, caller, ...times, agent }
}

type Times = Pick<TrafficRow, 'arriveSeconds' | 'answerSeconds' | 'endSeconds'>

function parseTimes(
  arrive: string,
  answer: string,
  end: string,
  line: number,
): Times | TrafficProblem {
  const arriveSeconds = seconds(arrive)
  const answerSeconds = answer === '' ? undefined : seconds(answer)
  const endSeconds = seconds(end)
  for (const [value, name, found] of [
    [arriveSeconds, 'arrive_s', arrive],
    [answerSeconds, 'answer_s', answer],
    [endSeconds, 'end_s', end],
  ] as const) {
    if (value === undefined || !Number.isNaN(value)) continue
    const expected = `seconds from 0 to ${latestSeconds}`
    return problem('seconds', line, `${name} must be ${expected}, found “${shorten(found)}”`)
  }
  const answered = answerSeconds ?? arriveSeconds
  if (answered < arriveSeconds || endSeconds < answered) {
    return problem('order', line, 'arrive_s, answer_s and end_s must follow each other')
  }
  return { arriveSeconds, answerSeconds, endSeconds }
}

function checkNumbers(
  needed: Readonly<Record<string, string>>,
  optional: Readonly<Record<string, string>>,
  line: number,
): TrafficProblem | undefined {
  for (const [name, value] of Object.entries({ ...needed, ...optional })) {
    if (value === '' && name in needed) return problem('number', line, `${name} is empty`)
    if (value !== '' && !/^[\w+*#@.:-]{1,64}$/.test(value)) {
      return problem('number', line, `${name} “${shorten(value)}” is no number of a phone or call`)
    }
  }
  return undefined
}

function checkDay(day: string, line: number): TrafficProblem | undefined {
  if (day === '') return undefined
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  const isDay = date?.getTime() && date.toISOString().startsWith(day)
  if (isDay) return undefined
  return problem('day', line, `day must be empty or YYYY-MM-DD, found “${shorten(day)}”`)
}

function seconds(text: string): number {
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(text)) return NaN
  const value = Number(text)
  return value <= latestSeconds ? value : NaN
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function problem(code: TrafficProblem['code'], line: number, text: string): TrafficProblem {
  return { code, line, problem: `line ${line}: ${text}` }
}
