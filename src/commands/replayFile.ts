import { createReadStream } from 'node:fs'
import { partyId } from '../domain/party.ts'
import type { CentreSettings } from '../domain/settings.ts'
import { spareExtension } from '../emulator/roster.ts'
import { isTrafficProblem, parseTraffic } from '../emulator/traffic/csv.ts'
import type { TrafficRow } from '../emulator/traffic/csv.ts'
import { CommandError } from './commandError.ts'

const mostMegabytes = 200

/** Reads the text of a traffic file, UTF-8, of at most 200 MB. Rejects with a `CommandError`. */
export async function readReplayFile(file: string): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostMegabytes * 1_000_000) throw tooLarge(file)
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof CommandError) throw cause
    const message = `The traffic file ${file} cannot be read. Check the path and who may read it.`
    throw new CommandError('traffic-file', message, { cause })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    const message = `The traffic file ${file} is not text in UTF-8. Save it as “CSV UTF-8”.`
    throw new CommandError('traffic-file', message, { cause })
  }
}

function tooLarge(file: string): CommandError {
  const message = `The traffic file ${file} has more than ${mostMegabytes} MB. Split it by days.`
  return new CommandError('traffic-file', message)
}

/**
 * The calls in the text of a traffic file, all of them at queues that the settings know. Throws a `CommandError` that
 * says what to do. `file` is its name in messages.
 */
export function replayRows(
  file: string,
  text: string,
  settings: CentreSettings,
): readonly TrafficRow[] {
  const rows = parseTraffic(text)
  if (isTrafficProblem(rows)) throw wrong(`The traffic file ${file}, ${rows.problem}.`)
  if (rows.length === 0) throw wrong(`The traffic file ${file} holds no calls.`)
  const undated = rows.filter(({ day }) => day === '').length
  if (undated > 0 && undated < rows.length) {
    throw wrong(
      `The traffic file ${file} has calls with and without a day. Write a day in every row, or in none.`,
    )
  }
  const queues = new Set(settings.teams.flatMap((team) => team.queues))
  const unknown = new Set(rows.map(({ queue }) => partyId(queue)).filter((id) => !queues.has(id)))
  if (unknown.size > 0) {
    const [isOne, list] = [unknown.size === 1, listed([...unknown])]
    throw wrong(
      `The traffic file ${file} has calls at ${isOne ? 'a queue' : 'queues'} that no team of the config has: ` +
        `${list}. Add ${isOne ? 'it' : 'them'} to the queues of a team.`,
    )
  }
  return withSpare(rows, settings)
}

function wrong(message: string): CommandError {
  return new CommandError('traffic-file', message)
}

const mostListed = 20

function listed(names: readonly string[]): string {
  const rest = names.length - mostListed
  return names.slice(0, mostListed).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

/** Calls that nobody by name answered go to an extension of no team, also where a team has the usual one. */
function withSpare(rows: readonly TrafficRow[], settings: CentreSettings): readonly TrafficRow[] {
  const seats = settings.teams.flatMap((team) => team.agents.flatMap((agent) => agent.extensions))
  const taken = new Set([
    ...seats,
    ...settings.services,
    ...settings.teams.flatMap((team) => team.queues),
  ])
  if (!taken.has(spareExtension.id)) return rows
  for (const { agent, caller } of rows) taken.add(partyId(agent)).add(partyId(caller))
  let spare = Number(spareExtension.id)
  while (taken.has(String(spare))) spare += 1
  return rows.map((row) => (row.agent === '' ? { ...row, agent: String(spare) } : row))
}
