/** A command line that cannot be carried out; the message says what is wrong and what to write instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: 'usage' | 'traffic-file' | 'not-yet'

  constructor(code: CommandError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A number of the command line between two bounds. Throws a `CommandError`. */
export function numberOption(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= least && value <= most) return value
  throw new CommandError('usage', `--${name} ${text}: expected a number from ${least} to ${most}.`)
}
