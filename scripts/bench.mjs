/**
 * What the wall costs, as a table of ratios; docs/bench.md says how to read it.
 *
 *   npm run bench -- [--quick] [--only CASE] [--json FILE] [--profile FOLDER]
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureInstalled, root } from './project.mjs'

checkNode()
const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
})
ensureInstalled()
await benchDomain()

/** A module as the product is built, in a folder that is gone afterwards. */
async function withBuilt(file, action) {
  const { build } = await import('vite')
  const outDir = await mkdtemp(join(tmpdir(), 'callwall-bench-'))
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      build: {
        ssr: join(root, file),
        ...{ outDir, emptyOutDir: false, target: 'node20', minify: false },
        rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
      },
      ssr: { noExternal: true },
    })
    return await action(pathToFileURL(join(outDir, 'bench.mjs')).href)
  } finally {
    await rm(outDir, { recursive: true })
  }
}

/** In a process of its own, whose heap holds nothing else. */
async function benchDomain() {
  const sizes = asked.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]
  const runs = asked.quick ? 1 : 3
  const profile = asked.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${asked.profile}`]
  await withBuilt('tests/bench/domain/domainRate.ts', async (address) => {
    const program = `import { measureDomain } from ${JSON.stringify(address)}
      measureDomain(${JSON.stringify(sizes)}, ${runs}, (rate) => console.log(JSON.stringify(rate)))`
    const child = spawn(process.execPath, [...profile, '--input-type=module', '-e', program], {
      stdio: 'inherit',
    })
    await new Promise((resolve) => child.once('exit', resolve))
  })
}
