import type { Fault, FaultName } from '../emulator/faults.ts'
import { momentaryFaults } from '../emulator/faults/createFaults.ts'
import type { PlannedFault } from '../emulator/faults/timetable.ts'
import { CommandError } from './commandError.ts'

/** How a fault is written, and the fault of a value; `undefined` when it cannot have that one. */
interface Writing {
  readonly form: string
  readonly read: (value: string | undefined) => Fault | undefined
}

const usualFloodEvents = 5_000

const writings: Readonly<Record<FaultName, Writing>> = {
  drop: bare({ name: 'drop' }),
  freeze: bare({ name: 'freeze' }),
  delay: {
    form: 'delay=SECONDS, from 0.001 to 3600',
    read(value) {
      const seconds = numberIn(value, 0.001, 3600)
      return seconds === undefined ? undefined : { name: 'delay', seconds }
    },
  },
  reorder: bare({ name: 'reorder' }),
  repeat: bare({ name: 'repeat' }),
  lose: {
    form: 'lose=SHARE, from 0 to 1',
    read(value) {
      const share = numberIn(value, 0, 1)
      return share === undefined ? undefined : { name: 'lose', share }
    },
  },
  garbage: bare({ name: 'garbage' }),
  restart: {
    form: 'restart, restart=keep or restart=forget',
    read: eitherOf('keep', 'forget', (keepsSessions) => ({ name: 'restart', keepsSessions })),
  },
  neverEnd: {
    form: 'neverEnd, neverEnd=listed or neverEnd=unlisted',
    read: eitherOf('listed', 'unlisted', (staysListed) => ({ name: 'neverEnd', staysListed })),
  },
  expireTokens: bare({ name: 'expireTokens' }),
  refuseTokens: bare({ name: 'refuseTokens' }),
  noScript: bare({ name: 'noScript' }),
  noApi: bare({ name: 'noApi' }),
  flood: {
    form: 'flood or flood=EVENTS, a whole number from 1 to 100000',
    read(value = String(usualFloodEvents)) {
      const events = numberIn(value, 1, 100_000)
      return Number.isInteger(events) ? { name: 'flood', events: Number(events) } : undefined
    },
  },
}

const written = /^([^=@+]+)(?:=([^=@+]*))?@(\d+(?:\.\d+)?)(?:\+(\d+(?:\.\d+)?))?$/

/**
 * The faults of the command line, `NAME[=VALUE]@START[+SECONDS]` each, in seconds of site time since the start. Throws
 * a `CommandError`.
 */
export function readFaults(texts: readonly string[]): readonly PlannedFault[] {
  const planned = texts.map(readFault)
  for (const [index, one] of planned.entries()) {
    const other = planned.slice(0, index).find((earlier) => isBothAtOnce(earlier, one))
    if (other === undefined) continue
    throw problem(texts[index] ?? '', `there is another ${one.fault.name} at the same time`)
  }
  return planned
}

function readFault(text: string): PlannedFault {
  const [, name = '', value, start, seconds] = written.exec(text) ?? []
  if (name === '') throw problem(text, 'expected NAME[=VALUE]@START[+SECONDS], like freeze@60+30')
  const writing = isFaultName(name) ? writings[name] : undefined
  if (writing === undefined) {
    const names = Object.keys(writings).join(', ')
    throw problem(text, `there is no fault ${name}; expected one of ${names}`)
  }
  const fault = writing.read(value)
  if (fault === undefined) throw problem(text, `expected ${writing.form}`)
  const lasts = seconds === undefined ? undefined : Number(seconds)
  if (lasts !== undefined && momentaryFaults.includes(fault.name)) {
    throw problem(text, `${name} is over at once; expected no +SECONDS`)
  }
  if (lasts === 0) throw problem(text, 'expected more than 0 seconds after the +')
  return { fault, beginsAfter: Number(start), lasts }
}

function bare(fault: Exclude<Fault, { seconds: number } | { share: number }>): Writing {
  return { form: fault.name, read: (value) => (value === undefined ? fault : undefined) }
}

function eitherOf(
  usual: string,
  other: string,
  make: (isUsual: boolean) => Fault,
): (value: string | undefined) => Fault | undefined {
  return (value = usual) => (value === usual || value === other ? make(value === usual) : undefined)
}

function numberIn(text = '', least: number, most: number): number | undefined {
  const value = Number(text)
  return text.trim() !== '' && value >= least && value <= most ? value : undefined
}

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(writings, name)
}

function isBothAtOnce(one: PlannedFault, other: PlannedFault): boolean {
  if (one.fault.name !== other.fault.name || momentaryFaults.includes(one.fault.name)) return false
  const endOf = ({ beginsAfter, lasts = Infinity }: PlannedFault): number => beginsAfter + lasts
  return one.beginsAfter < endOf(other) && other.beginsAfter < endOf(one)
}

function problem(text: string, what: string): CommandError {
  return new CommandError('usage', `--fault ${text}: ${what}.`)
}
