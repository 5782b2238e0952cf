/** An agent's work after a session, as long as it lasts or lasted. Times are epoch ms. */
export interface WrapUp {
  readonly sessionId: string
  readonly extension: string
  readonly since: number
  /** When it ends, or was cut short by the agent's next session. */
  readonly until: number
}
