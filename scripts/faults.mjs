import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { checkNode, ensureBuilt, ensureInstalled, fail, root } from './project.mjs'

checkNode()
ensureInstalled()
if (!ensureBuilt()) fail('The build failed; the messages above say where.')
const chromium = ensureChromium()
if (chromium === undefined) fail('Without a Chromium no wall can be watched.')
process.env.CHROMIUM = chromium

// The matrix is TypeScript, which Node 20 does not run by itself.
const { runnerImport } = await import('vite')
const { module: faults } = await runnerImport(join(root, 'tests/support/faults/runFaults.ts'))
const { module: rows } = await runnerImport(join(root, 'tests/support/faults/faultRow.ts'))

const table = []
const complaints = []
const [wanted = ''] = process.argv.slice(2)
const isWanted = ({ name }) => name.includes(wanted)
await faults.runFaults(isWanted, (report) => {
  const { name, load } = report.faultCase
  table.push(report.row)
  complaints.push(...report.complaints.map((each) => `${name}, ${load}: ${each}`))
  console.log(`${report.complaints.length === 0 ? '✓' : '✗'} ${name}, ${load}`)
})
console.log(`\n${rows.tableText(table)}\n`)
for (const each of complaints) console.log(each)
console.log(
  complaints.length === 0 ? 'Nothing wrong is shown unmarked.' : `${complaints.length} faults`,
)
process.exitCode = complaints.length === 0 ? 0 : 1
