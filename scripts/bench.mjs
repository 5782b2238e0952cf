/**
 * What the wall costs, as a table of ratios; docs/bench.md says how to read it.
 *
 *   npm run bench                          everything, in about an hour
 *   npm run bench -- --quick               the same in a few minutes, rougher
 *   npm run bench -- --only "60 at 50/s"   one case; repeat it for several: 60 at 50/s, 500 at 500/s, idle, burst,
 *                                          start, heap, domain
 *   npm run bench -- --page wall           one page; repeat it for several: wall, whole, limit, seed
 *   npm run bench -- --json FILE           what was measured, for comparing
 *   npm run bench -- --check               ends with 1 where a goal is missed
 *   npm run bench -- --only domain --profile FOLDER   with a profile of the processor
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { withBuilt } from './builtModule.mjs'
import { ensureChromium } from './chromium.mjs'
import { checkNode, ensureBuilt, ensureInstalled, fail, root } from './project.mjs'

checkNode()
const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    page: { type: 'string', multiple: true },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
})
ensureInstalled()
// Before vite is loaded: it tells whoever it starts that this is no production.
if (!ensureBuilt()) fail('The build failed; the messages above say where.')
const { runnerImport } = await import('vite')
const bench = async (file) =>
  (await runnerImport(join(root, 'tests/bench', file), { configFile: false })).module
const { loadCases, nothingMeasured } = await bench('run/result.ts')
const { otherCases, runBench } = await bench('run/runBench.ts')
const { pageNames } = await bench('run/pages.ts')
const pageCases = chosen(asked.only, [...loadCases, ...otherCases, 'domain'])
const pages = chosen(asked.page, pageNames)

const inPages = pageCases.filter((name) => name !== 'domain')
const measured = inPages.length === 0 ? nothingMeasured : await benchPages(inPages)
const domain = pageCases.includes('domain') ? await benchDomain() : []
const result = { ...measured, domain }
const { reportOf } = await bench('run/report.ts')
const { goalsOf } = await bench('run/goals.ts')
console.log(`\n${reportOf(result)}`)
save(result)
if (asked.check && goalsOf(result).some(({ isMet }) => !isMet)) process.exitCode = 1

/** What was asked for, or all there is. */
function chosen(wanted, all) {
  const strange = wanted?.find((name) => !all.includes(name))
  if (strange !== undefined) fail(`There is no "${strange}"; there are: ${all.join(', ')}.`)
  return wanted ?? all
}

/** After every case, since the whole takes its time. */
function save(known) {
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(known, null, 2)}\n`)
}

async function benchPages(cases) {
  const chromium = ensureChromium()
  if (chromium === undefined) fail('Without a Chromium no page can be measured.')
  process.env.CHROMIUM = chromium
  return runBench({
    ...{ cases, pages, isQuick: asked.quick, app: join(root, 'dist/app/') },
    onResult: save,
    onProgress: (line) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`),
  })
}

/** Each day in a process of its own, whose heap holds nothing else. */
async function benchDomain() {
  const sizes = asked.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]
  const runs = asked.quick ? 1 : 3
  const flags = asked.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${asked.profile}`]
  const { domainRate } = await bench('domain/domainRate.ts')
  return withBuilt('tests/bench/domain/measureDay.ts', async (address) => {
    const measureDay = async (calls, isRead) => {
      const program = `import { measureDay } from ${JSON.stringify(address)}
        console.log(JSON.stringify(await measureDay(${calls}, ${isRead})))`
      return JSON.parse(await outputOfNode([...flags, '--input-type=module', '-e', program]))
    }
    const rates = []
    for (const calls of sizes) {
      const plain = []
      const read = []
      for (let run = 0; run < runs; run++) {
        plain.push(await measureDay(calls, false))
        read.push(await measureDay(calls, true))
      }
      const rate = domainRate(calls, plain, read)
      console.error(`domain, ${calls} calls: ${Math.round(rate.eventsPerSecond)} events/s`)
      rates.push(rate)
    }
    return rates
  })
}

function outputOfNode(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (piece) => (text += piece))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`Node ended with ${code}.`)),
    )
  })
}
