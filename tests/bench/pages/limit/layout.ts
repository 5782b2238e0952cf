/** Where the tiles lie, as the wall has laid them; lengths in px. Given as JSON in the page's fragment. */
export interface LimitLayout {
  readonly variant: 'full' | 'compact' | 'line'
  readonly columns: number
  readonly tileWidth: number
  readonly tileHeight: number
  readonly gap: number
  readonly textSize: number
  readonly left: number
  readonly top: number
}
