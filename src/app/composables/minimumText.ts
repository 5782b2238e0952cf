/** What the config says of the screen; `null` where nobody has measured it. */
export interface ScreenSize {
  readonly diagonalInches: number | null
  readonly viewingDistanceMetres: number | null
}

/** The size of the page, CSS px. */
export interface Box {
  readonly width: number
  readonly height: number
}

/** A letter can be read from 250 times its height. */
const distancePerLetter = 250
/** Of the screen's short side, where nobody has said how far away people sit: 24 px at 1080p. */
const usualShare = 24 / 1080
/** The short side of a 16:9 screen, as a part of its diagonal. */
const shortSide = 9 / Math.hypot(16, 9)

/** The smallest font size that may be read on the wall, CSS px. A screen on its side has the letters of one that stands. */
export function minimumTextPx(screen: ScreenSize, viewport: Box): number {
  const shortPx = Math.min(viewport.width, viewport.height)
  const { diagonalInches, viewingDistanceMetres } = screen
  if (diagonalInches === null || viewingDistanceMetres === null) return shortPx * usualShare
  const letterMm = (viewingDistanceMetres * 1000) / distancePerLetter
  return (shortPx * letterMm) / (diagonalInches * 25.4 * shortSide)
}
