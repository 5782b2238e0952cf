/** Why a config cannot be used. The message is for the administrator, one line for each problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code: 'unreadable' | 'not-json' | 'invalid'
  /** The problems alone, one in each. */
  readonly lines: readonly string[]

  constructor(
    code: ConfigError['code'],
    heading: string,
    lines: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super([heading, ...lines.map((line) => `  ${line}`)].join('\n'), options)
    this.code = code
    this.lines = lines
  }
}
