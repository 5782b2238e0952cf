import type { Exchange } from '../types.ts'
import type { Answer } from './answer.ts'
import { failure, success } from './answer.ts'
import type { HistoryFilter, HistoryRow } from './callHistory.ts'
import { historyRows, isStartFilter } from './callHistory.ts'
import type { LocalTime } from './localTime.ts'
import type { Parameters } from './parameters.ts'
import type { Xml } from './xml.ts'
import { element } from './xml.ts'

/** The command for the history: XE's and Ozeki 10's. */
export type HistoryCommand = 'GetCallHistory' | 'ListCallHistory'

const defaultRowsPerPage = '20'

/**
 * One page of the calls that are over, oldest first, with the number of all that pass the filters on whatever page:
 * `NumberOfCalls` and `Calls` for XE, `TotalRecords` and `CallHistory` for Ozeki 10, which also spells a hang-up in
 * another way and filters by `Type`, not by `General`.
 */
export function callHistoryPage(
  exchange: Exchange,
  time: LocalTime,
  parameters: Parameters,
  command: HistoryCommand,
): Answer {
  const from = parameters.get('From')
  if (from !== '' && !isStartFilter(from)) return failure(302, 'From', command)
  const pageNumber = count(parameters.get('PageNumber') || '0')
  if (pageNumber === undefined) return failure(302, 'PageNumber', command)
  const rowsPerPage = count(parameters.get('RowsPerPage') || defaultRowsPerPage)
  if (rowsPerPage === undefined || rowsPerPage === 0) return failure(302, 'RowsPerPage', command)

  const isXe = command === 'GetCallHistory'
  const filter: HistoryFilter = (name) => {
    if (!isXe && name === 'General') return ''
    return name === 'State' && !isXe ? hungUp(parameters.get(name)) : parameters.get(name)
  }
  const wantedType = isXe ? '' : parameters.get('Type').toLowerCase()
  const rows = historyRows(exchange.history(), time, filter).filter(
    ({ type }) => wantedType === '' || type.toLowerCase() === wantedType,
  )
  const first = pageNumber * rowsPerPage
  const page = rows.slice(first, first + rowsPerPage)
  return isXe
    ? success([element('NumberOfCalls', rows.length), element('Calls', page.map(callElement))])
    : success([
        element(
          'CallHistory',
          page.map((row) => callElement({ ...row, state: hangUp(row.state) })),
        ),
        element('TotalRecords', rows.length),
      ])
}

const hangUp = (state: string): string => state.replace('HungUp', 'HangUp')
const hungUp = (state: string): string => state.replace(/hangup/i, 'HungUp')

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
