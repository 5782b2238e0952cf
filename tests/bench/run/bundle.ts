import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** One of the benchmark's own scripts as a page runs it: built as the wall is, one file. `path`: beside `tests/bench/`. */
export async function bundleScript(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome76',
      lib: {
        entry: fileURLToPath(new URL(`../${path}`, import.meta.url)),
        formats: ['iife'],
        name: 'CallwallBench',
      },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  for (const { output } of outputs as readonly { output: readonly unknown[] }[]) {
    for (const chunk of output as readonly { readonly type: string; readonly code?: string }[]) {
      if (chunk.type === 'chunk' && chunk.code !== undefined) return chunk.code
    }
  }
  throw new Error(`${path} gave no script.`)
}
