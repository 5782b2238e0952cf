/** The cells of one line of CSV (RFC 4180); a quoted cell may hold commas and doubled quotes, but no line break. */
export function readLine(line: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let place = 0; place < line.length; place++) {
    const letter = line.charAt(place)
    if (letter === '"' && isQuoted && line.charAt(place + 1) === '"') {
      cell += '"'
      place += 1
    } else if (letter === '"') {
      isQuoted = !isQuoted
    } else if (letter === ',' && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else {
      cell += letter
    }
  }
  return [...cells, cell]
}
