import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url))

/** The built command line at work. */
export interface RunningCommand {
  readonly child: ChildProcess
  /** All that it has printed, errors included. */
  output(): string
  /** The first match of `pattern` in what it prints; rejects when it ends without one. */
  prints(pattern: RegExp): Promise<RegExpExecArray>
  /** Its exit code; `null` when a signal killed it. */
  readonly exited: Promise<number | null>
}

/** Runs `callwall` with these arguments; killed when the test has finished, if it still runs. */
export function callwall(...args: readonly string[]): RunningCommand {
  return runProgram(process.execPath, [cli, ...args])
}

/** The same for any program. */
export function runProgram(program: string, args: readonly string[]): RunningCommand {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  let look: () => void = () => undefined
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      look()
    })
  }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    child,
    exited,
    output: () => output,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = pattern.exec(output)
          if (found !== null) resolve(found)
        }
        look()
        void exited.then(() => reject(new Error(`ended without ${pattern}:\n${output}`)))
      }),
  }
}

/** Writes a file of this text and tells its path; gone when the test has finished. */
export async function temporaryFile(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'callwall-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
