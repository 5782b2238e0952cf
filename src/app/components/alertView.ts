/** What an alert can be about, the most urgent first. */
export const alertKinds = ['longWait', 'nobodyFree', 'serviceLevel'] as const
export type AlertKind = (typeof alertKinds)[number]

/** The one alert that is shown. */
export interface AlertView {
  readonly kind: AlertKind
  /** The team that it is about; empty on a wall of one team. */
  readonly subject: string
  /** What was passed: seconds of a wait, a service level 0..1; 0 for nobody free. */
  readonly limit: number
  /** It is no longer so; it stays until it could be read and does not come straight back. */
  readonly isOver: boolean
  /** Alerts that take their turn after this one. */
  readonly moreCount: number
}

/** What is to be said of the sound of the alerts; `quiet` during quiet hours. */
export type SoundMark = 'off' | 'armed' | 'quiet' | 'blocked' | 'missing'
