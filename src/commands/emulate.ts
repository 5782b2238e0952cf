import { parseArgs } from 'node:util'
import { runningClock } from '../emulator/clock.ts'
import type { Dialect } from '../emulator/dialect.ts'
import { startEmulator } from '../emulator/emulator.ts'
import type { Emulator, EmulatorPorts } from '../emulator/emulator.ts'
import { createExchange } from '../emulator/exchange.ts'
import { planFaults } from '../emulator/faults/timetable.ts'
import { seededRandom } from '../emulator/random.ts'
import { isDialectProblem, readDialect } from '../emulator/readDialect.ts'
import { extensionsOf } from '../emulator/roster.ts'
import { CommandError, numberOption, wholeOption, zoneOption } from './commandError.ts'
import { readFaults } from './faultOption.ts'
import { replayedDay, simulatedDay } from './traffic.ts'
import type { Day } from './traffic.ts'
import type { Program } from './program.ts'

/** The options of `callwall emulate`, as `parseArgs` takes them. */
export const emulateOptions = {
  traffic: { type: 'string', default: 'simulated' },
  speed: { type: 'string', default: '1' },
  agents: { type: 'string', default: '12' },
  seed: { type: 'string', default: '1' },
  profile: { type: 'string', default: 'documented' },
  dialect: { type: 'string', default: '' },
  fault: { type: 'string', multiple: true },
  host: { type: 'string', default: '127.0.0.1' },
  'time-zone': { type: 'string' },
  'script-port': { type: 'string', default: '7777' },
  'gateway-port': { type: 'string', default: '7779' },
  'http-port': { type: 'string', default: '7780' },
} as const

export interface EmulateValues {
  readonly traffic: string
  readonly speed: string
  readonly agents: string
  readonly seed: string
  readonly profile: string
  /** `name=value,name=value`: single options of the dialect. */
  readonly dialect: string
  /** `NAME[=VALUE]@START[+SECONDS]` each. @default none */
  readonly fault?: readonly string[] | undefined
  readonly host: string
  readonly 'time-zone'?: string | undefined
  readonly 'script-port': string
  readonly 'gateway-port': string
  readonly 'http-port': string
}

export interface RunningDay {
  readonly day: Day
  readonly emulator: Emulator
  readonly stop: () => Promise<void>
}

/** `callwall emulate`: an emulated PBX that runs until the program is ended. */
export async function emulate(args: readonly string[], program: Program): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: emulateOptions })
  const { day, emulator, stop } = await startDay(values, portsOf(values), program)
  const { script, gateway, http } = emulator.ports
  program.print(
    `An emulated Ozeki Phone System: ${day.roster.agents.length} agents, seed ${values.seed}`,
  )
  program.print(`  script    http://${values.host}:${script}/WebphoneAPI`)
  program.print(`  gateway   ${values.host}:${gateway}`)
  program.print(`  HTTP API  http://${values.host}:${http}${emulator.httpPath}`)
  for (const fault of values.fault ?? []) program.print(`  fault     ${fault}`)
  await program.ended
  await stop()
}

export function portsOf(values: EmulateValues): EmulatorPorts {
  const port = (name: 'script-port' | 'gateway-port' | 'http-port'): number =>
    wholeOption(name, values[name], 0, 65_535)
  return { script: port('script-port'), gateway: port('gateway-port'), http: port('http-port') }
}

/** The dialect that the options ask for. Throws a `CommandError`. */
export function dialectOf({ profile, dialect }: EmulateValues): Dialect {
  const read = readDialect(profile, dialect)
  if (!isDialectProblem(read)) return read
  const given = read.option === 'profile' ? profile : dialect
  throw new CommandError('usage', `--${read.option} ${given}: ${read.problem}.`)
}

/** Starts the emulated day that the options ask for. */
export async function startDay(
  values: EmulateValues,
  ports: EmulatorPorts,
  program: Program,
): Promise<RunningDay> {
  const dialect = dialectOf(values)
  const planned = readFaults(values.fault ?? [])
  const seed = wholeOption('seed', values.seed, 0, 2 ** 32 - 1)
  const agents = wholeOption('agents', values.agents, 1, 1000)
  const speed = numberOption('speed', values.speed, 0.01, 1000)
  const timeZone = zoneOption('time-zone', values['time-zone'] ?? program.timeZone)
  const day =
    values.traffic === 'simulated'
      ? simulatedDay(agents, seed, timeZone, program.now())
      : await replayedDay(values.traffic, timeZone, program.now())
  const clock = runningClock({ start: day.start, speed })
  const exchange = createExchange({
    clock,
    extensions: extensionsOf(day.roster),
    random: seededRandom(seed),
  })
  try {
    const emulator = await startEmulator({
      ...{ exchange, ports, dialect, host: values.host, traffic: day.traffic },
      timeZone: day.timeZone,
      random: seededRandom(seed, 99),
      webphoneScriptPath: program.webphoneScriptPath,
    })
    planFaults(planned, emulator.faults, clock, (error) => {
      const reason = error instanceof Error ? error.message : String(error)
      program.print(`A fault went wrong. ${reason}`)
    })
    const stop = async (): Promise<void> => {
      clock.stop()
      await emulator.stop()
    }
    return { day, emulator, stop }
  } catch (error) {
    clock.stop()
    throw error
  }
}
