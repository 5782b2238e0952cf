/** A command line that cannot be carried out; the message says what is wrong and what to write instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly code: 'usage' | 'traffic-file' | 'not-yet' | 'checks-failed'

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

/** The same for whole numbers: ports, counts, seeds. Throws a `CommandError`. */
export function wholeOption(name: string, text: string, least: number, most: number): number {
  const value = numberOption(name, text, least, most)
  if (Number.isInteger(value)) return value
  const message = `--${name} ${text}: expected a whole number from ${least} to ${most}.`
  throw new CommandError('usage', message)
}

/** An IANA time zone of the command line. Throws a `CommandError`. */
export function zoneOption(name: string, zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch (cause) {
    const message = `--${name} ${zone}: expected an IANA time zone, like Europe/Budapest.`
    throw new CommandError('usage', message, { cause })
  }
}
