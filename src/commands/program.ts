/** The machine around a command: what it may read of it and write to it. */
export interface Program {
  readonly print: (line: string) => void
  /** Whether what is printed goes to a terminal that shows colours. @default false */
  readonly isTerminal?: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Epoch ms of the machine. */
  readonly now: () => number
  /** The machine's IANA time zone. */
  readonly timeZone: string
  /** Resolves when somebody asks the program to end. */
  readonly ended: Promise<void>
  /** Folder of the built wall. */
  readonly appDir: string
  /** The built browser script of the emulator. */
  readonly webphoneScriptPath: string
  readonly version: string
}
