import type { Exchange } from '../types.ts'
import type { Answer } from './answer.ts'
import { failure, success } from './answer.ts'
import type { HistoryRow } from './callHistory.ts'
import { historyRows, isStartFilter } from './callHistory.ts'
import type { LocalTime } from './localTime.ts'
import type { Parameters } from './parameters.ts'
import type { Xml } from './xml.ts'
import { element } from './xml.ts'

const command = 'GetCallHistory'
const defaultRowsPerPage = '20'

/**
 * One page of the calls that are over, oldest first. `NumberOfCalls` is the number of all that pass the filters,
 * on whatever page.
 */
export function getCallHistory(
  exchange: Exchange,
  time: LocalTime,
  parameters: Parameters,
): Answer {
  const from = parameters.get('From')
  if (from !== '' && !isStartFilter(from)) return failure(302, 'From', command)
  const pageNumber = count(parameters.get('PageNumber') || '0')
  if (pageNumber === undefined) return failure(302, 'PageNumber', command)
  const rowsPerPage = count(parameters.get('RowsPerPage') || defaultRowsPerPage)
  if (rowsPerPage === undefined || rowsPerPage === 0) return failure(302, 'RowsPerPage', command)

  const rows = historyRows(exchange.history(), time, (name) => parameters.get(name))
  const first = pageNumber * rowsPerPage
  return success([
    element('NumberOfCalls', rows.length),
    element('Calls', rows.slice(first, first + rowsPerPage).map(callElement)),
  ])
}

function count(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function callElement(row: HistoryRow): Xml {
  return element('Call', [
    element('StartTime', row.startTime),
    element('Direction', row.direction),
    element('Source', row.source),
    element('Destination', row.destination),
    element('State', row.state),
    element('Dialed', row.dialed),
    element('CallerId', row.callerId),
    element('Type', row.type),
    element('CallId', row.callId),
  ])
}
