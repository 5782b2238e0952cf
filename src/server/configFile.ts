import type { Config } from '../contract/config.ts'
import type { InputProblem } from '../contract/inputProblem.ts'
import { problemText } from '../contract/problemText.ts'
import { checkConfig } from './config/checkConfig.ts'
import { ConfigError } from './config/configError.ts'
import { JsonMistake } from './config/jsonReader.ts'
import { scanJson } from './config/jsonScan.ts'
import type { JsonPlaces } from './config/jsonScan.ts'
import { readText } from './config/readText.ts'
import { placeIn } from './config/textPlace.ts'

/** Reads and checks a config file. Rejects with a `ConfigError` that names every problem. */
export async function readConfigFile(file: string): Promise<Config> {
  return readConfig(await readText(file), file)
}

/** Reads and checks the text of a config. Throws a `ConfigError`. `file` is its name in messages. */
export function readConfig(text: string, file: string): Config {
  // Windows editors put a byte order mark in front.
  const json = text.replace(/^\uFEFF/, '')
  const scan = scanJson(json)
  if (scan instanceof JsonMistake) {
    const { line, column } = placeIn(json, scan.offset)
    const mistake = `line ${line}, column ${column}: ${scan.message}`
    throw new ConfigError('not-json', `The config file ${file} is not JSON.`, [mistake])
  }
  const { config, problems = [] } = checkConfig(JSON.parse(json))
  const all = [...scan.repeated.map(repetition), ...problems]
  if (config !== undefined && all.length === 0) return config
  const heading = `The config file ${file} has ${all.length === 1 ? 'a problem' : `${all.length} problems`}:`
  throw new ConfigError('invalid', heading, linesOf(all, scan, json))
}

function repetition(path: string): InputProblem {
  return { path, code: 'other', found: 'the same key twice', expected: 'it once' }
}

const mostLines = 50

/** One line for each problem, in the order of the file. */
function linesOf(
  problems: readonly InputProblem[],
  { places }: JsonPlaces,
  text: string,
): readonly string[] {
  const placed = problems.map((problem) => ({ problem, offset: offsetOf(problem.path, places) }))
  placed.sort((one, other) => one.offset - other.offset)
  const lines = placed
    .slice(0, mostLines)
    .map(({ problem, offset }) => `line ${placeIn(text, offset).line}: ${problemText(problem)}`)
  const rest = placed.length - mostLines
  return rest > 0 ? [...lines, `and ${rest} more`] : lines
}

/** Where `path` stands, or where what it is missing from stands. */
function offsetOf(path: string, places: JsonPlaces['places']): number {
  const parent = path.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, '')
  return places.get(path) ?? (parent === path ? 0 : offsetOf(parent, places))
}
