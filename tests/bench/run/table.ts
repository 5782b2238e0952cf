type Cell = string | number | undefined

/** Rows below a heading, in columns as wide as they have to be; numbers at the right, with as many digits as say something. */
export function tableOf(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [heading, ...rows.map((row) => row.map(textOf))]
  const widths = heading.map((_, place) =>
    Math.max(...texts.map((row) => (row[place] ?? '').length)),
  )
  const isNumber = heading.map((_, place) =>
    rows.every((row) => typeof row[place] === 'number' || row[place] === undefined),
  )
  return texts
    .map((row) =>
      heading
        .map((_, place) => {
          const text = row[place] ?? ''
          const width = widths[place] ?? 0
          return isNumber[place] === true ? text.padStart(width) : text.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function textOf(cell: Cell): string {
  if (cell === undefined) return '–'
  if (typeof cell === 'string') return cell
  if (!Number.isFinite(cell)) return Number.isNaN(cell) ? '–' : '∞'
  const digits = Math.abs(cell) >= 100 || Number.isInteger(cell) ? 0 : Math.abs(cell) >= 10 ? 1 : 2
  return cell.toFixed(digits)
}
