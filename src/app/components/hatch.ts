/** A fill of slanted lines, `size` px apart; the plain colour where the browser cannot make a pattern. */
export function hatch(colour: string, size: number): CanvasPattern | string {
  const tile = document.createElement('canvas')
  const edge = Math.max(4, Math.round(size))
  tile.width = edge
  tile.height = edge
  const context = tile.getContext('2d')
  if (context === null) return colour
  context.strokeStyle = colour
  context.lineWidth = edge / 6
  context.beginPath()
  // Three lines, so that those of neighbouring tiles meet.
  for (const shift of [-edge, 0, edge]) {
    context.moveTo(shift - 1, edge + 1)
    context.lineTo(shift + edge + 1, -1)
  }
  context.stroke()
  return context.createPattern(tile, 'repeat') ?? colour
}
