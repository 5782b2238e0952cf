/** Which page of the tiles is shown. */
export interface PageView {
  /** From 0. */
  readonly page: number
  readonly pages: number
  /** The longest that an agent is out of sight; 0 with one page. */
  readonly everySeconds: number
}
