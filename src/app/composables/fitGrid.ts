/** A grid of equal tiles. Lengths in the unit of the box. */
export interface GridFit {
  readonly columns: number
  readonly rows: number
  readonly tileWidth: number
  readonly tileHeight: number
  /** Height of the largest box of the wanted ratio that a tile holds: what its text may grow with. */
  readonly scale: number
}

/**
 * The grid of `count` tiles that fills a box and leaves most room to a content `ratio` times as wide as high.
 * It always fits; of two equally good ones the one with fewer empty places.
 */
export function fitGrid(count: number, width: number, height: number, ratio: number): GridFit {
  let best = gridOf(1, Math.max(1, count), width, height, ratio)
  for (let columns = 2; columns <= count; columns++) {
    const next = gridOf(columns, count, width, height, ratio)
    if (next.scale > best.scale || (next.scale === best.scale && places(next) < places(best))) {
      best = next
    }
  }
  return best
}

function gridOf(
  columns: number,
  count: number,
  width: number,
  height: number,
  ratio: number,
): GridFit {
  const rows = Math.ceil(count / columns)
  const tileWidth = width / columns
  const tileHeight = height / rows
  return { columns, rows, tileWidth, tileHeight, scale: Math.min(tileWidth / ratio, tileHeight) }
}

const places = (grid: GridFit): number => grid.columns * grid.rows
