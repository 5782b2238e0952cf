/**
 * How long the replay of the real month takes, and what a call costs on a day with 1, 10 and 30 times its calls.
 *
 *   node tests/bench/replay.mjs
 *   node --cpu-prof --cpu-prof-dir=FOLDER tests/bench/replay.mjs 30    one size only, to see in a profile what grows
 *
 * It needs the records of the real month (see tests/support/october.ts).
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { loadBuilt } from '../../scripts/builtModule.mjs'

const busyDay = '1999-10-04'

/** The middle one of several runs, ms of the processor: other programs count less than by the clock. */
function measured(runs, action) {
  const times = Array.from({ length: runs }, () => {
    const begun = process.cpuUsage()
    action()
    return process.cpuUsage(begun).user / 1000
  })
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)]
}

function printRow(...cells) {
  const widths = [16, 9, 10, 14, 8, 22, 8]
  console.log(cells.map((cell, place) => String(cell).padStart(widths[place])).join(''))
}

const octoberFile = fileURLToPath(new URL('../support/october.ts', import.meta.url))
const { module: october } = await runnerImport(octoberFile, { configFile: false })
if (!october.hasOctober) {
  console.log('The records of the real month are not on this machine.')
} else {
  const { exchangeAlone, multiplied, replayWhole } = await loadBuilt('tests/bench/replayWork.ts')
  const day = october.octoberRows(busyDay)
  const asked = process.argv.slice(2).map(Number)
  const sizes = asked.length > 0 ? asked : [1, 10, 30]
  replayWhole(day)
  printRow('', 'calls', 'ms', 'us per call', 'ratio', 'exchange: us per call', 'ratio')
  let first
  for (const times of sizes) {
    const rows = multiplied(day, times)
    const runs = times === 1 ? 5 : 1
    const whole = measured(runs, () => replayWhole(rows))
    const exchange = measured(runs, () => exchangeAlone(rows))
    const perCall = [whole, exchange].map((ms) => (ms * 1000) / rows.length)
    first ??= perCall
    const [wholeRatio, exchangeRatio] = perCall.map((cost, place) => cost / first[place])
    printRow(
      `${busyDay} x${times}`,
      rows.length,
      whole.toFixed(0),
      perCall[0].toFixed(1),
      wholeRatio.toFixed(2),
      perCall[1].toFixed(1),
      exchangeRatio.toFixed(2),
    )
  }
  if (asked.length === 0) {
    const month = october.octoberRows()
    const ms = measured(1, () => replayWhole(month))
    printRow('the month', month.length, ms.toFixed(0), ((ms * 1000) / month.length).toFixed(1))
  }
}
