import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureChromium78 } from './chromium78.mjs'
import { checkNode, ensureBuilt, ensureInstalled, filesIn, runTool, startTool } from './project.mjs'

checkNode()
ensureInstalled()
const chromium = ensureChromium()
await ensureChromium78()

const tally = { passed: 0, failed: 0 }
const count = (name, passed) => {
  tally[passed ? 'passed' : 'failed'] += 1
  console.log(`${passed ? '✓' : '✗'} ${name}`)
}

// It takes longest of what does not run the product, and one core.
const lint = startTool('eslint', ['.', '--max-warnings', '0'])
count('format', runTool('prettier', ['--check', '--log-level', 'warn', '.']) === 0)
count('types', runTool('vue-tsc', ['--noEmit']) === 0)
count('build', ensureBuilt())
count('lint', (await lint) === 0)
runTests()

console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed === 0 ? 0 : 1

/** The unit tests, and the others where there is a browser; each of their files fails where there is none. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'callwall-test-'))
  const report = join(folder, 'report.json')
  try {
    const projects = chromium === undefined ? ['--project', 'unit'] : []
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
    const env = { ...process.env, ...(chromium && { CHROMIUM: chromium }) }
    const code = runTool('vitest', ['run', ...projects, ...reporters], { env })
    addReport(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (chromium !== undefined) return
  const files = [...filesIn('tests/browser'), ...filesIn('tests/e2e')]
  for (const file of files) if (file.endsWith('.test.ts')) count(`${file}: no Chromium`, false)
}

function addReport(report, code) {
  let before = tally.failed
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    tally.passed += numPassedTests
    tally.failed += numFailedTests
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    )
    for (const { name } of broken) count(`${name}: the file itself failed`, false)
  } catch {
    before = -1
  }
  const isUnexplained = code !== 0 && tally.failed === before
  if (isUnexplained || before === -1) count('the test run itself', false)
}
