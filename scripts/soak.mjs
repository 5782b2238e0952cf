/**
 * Whether the wall can hang there for a year: days of calls at speed, and what is left behind.
 *
 *   npm run soak              both
 *   npm run soak -- domain    seven days of 30,000 calls through the domain
 *   npm run soak -- wall      one day of 30,000 calls, with a fault every hour, through the built wall in Chromium
 */
import { join } from 'node:path'
import { loadBuilt } from './builtModule.mjs'
import { ensureChromium } from './chromium.mjs'
import { checkNode, ensureBuilt, ensureInstalled, fail, root } from './project.mjs'

/** What goes wrong in the middle of each hour, for two minutes. */
const faults = [
  { name: 'drop' },
  { name: 'freeze' },
  { name: 'delay', seconds: 5 },
  { name: 'reorder' },
  { name: 'repeat' },
  { name: 'lose', share: 0.2 },
  { name: 'garbage' },
  { name: 'restart', keepsSessions: true },
  { name: 'neverEnd', staysListed: true },
  { name: 'neverEnd', staysListed: false },
  { name: 'expireTokens' },
  { name: 'refuseTokens' },
  { name: 'noScript' },
  { name: 'noApi' },
  { name: 'flood', events: 5_000 },
  { name: 'restart', keepsSessions: false },
]

checkNode()
ensureInstalled()
const [wanted = 'all', ...numbers] = process.argv.slice(2)
let faultCount = 0
if (wanted !== 'wall') await soakDomain()
if (wanted !== 'domain') await soakWall()
console.log(faultCount === 0 ? 'Nothing grows, and every figure is right.' : `${faultCount} faults`)
process.exitCode = faultCount === 0 ? 0 : 1

function check(isRight, sentence) {
  if (isRight) return
  faultCount += 1
  console.log(`    ✗ ${sentence}`)
}

/** From the Wednesday before the clocks go forward, over the end of the month. */
async function soakDomain() {
  const [callsPerDay = 30_000, days = 7] = numbers.map(Number)
  const { soakDomain: soak } = await loadBuilt('tests/soak/domainSoak.ts')
  console.log(`${days} days of ${callsPerDay} calls through the domain, in Node`)
  const options = { timeZone: 'Europe/Budapest', first: '2026-03-25', agents: 60, seed: 3 }
  const heaps = []
  for (const day of soak({ ...options, days, callsPerDay, hasGaps: false })) {
    const heap = day.heapMegabytes
    const right = `${day.compared - day.differences.length} of ${day.compared} figures right`
    console.log(
      `  ${day.day}, ${day.hours} h, ${day.calls} calls: heap ${heap.toFixed(1)} MB, ${right}`,
    )
    for (const difference of day.differences) check(false, difference)
    heaps.push(heap)
  }
  // The day before is known too, so that the second day is the first that holds all it ever will.
  const [, second = Infinity] = heaps
  check((heaps[heaps.length - 1] ?? 0) <= second * 1.05, 'the heap has grown since the second day')
}

async function soakWall() {
  if (!ensureBuilt()) fail('The build failed; the messages above say where.')
  const chromium = ensureChromium()
  if (chromium === undefined) fail('Without a Chromium no wall can be soaked.')
  process.env.CHROMIUM = chromium
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(join(root, 'tests/soak/wallSoak.ts'), { configFile: false })
  const [callsPerDay = 30_000, to = 24] = numbers.map(Number)
  console.log(`a day of ${callsPerDay} calls and a fault every hour, in Chromium`)
  const measures = []
  const { compared, lies, marked } = await module.soakWall({
    ...{ timeZone: 'Europe/Budapest', day: '2026-03-25', from: 0, to },
    // A wall opens its stream of events anew after 45 s without one.
    ...{ callsPerDay, agents: 60, gridSeconds: 30, faults, measuresCode: true },
    onStretch({ until, fault, isLive, gaps, measure }) {
      measures.push(measure)
      const { heapMegabytes, codeMegabytes, attachedNodes, otherNodes } = measure
      const { listeners, canvases, timers } = measure
      console.log(
        `  ${until} ${fault}: heap ${heapMegabytes.toFixed(1)} MB (code ${codeMegabytes.toFixed(1)} MB), ` +
          `nodes ${attachedNodes} + ${otherNodes}, ` +
          `listeners ${listeners}, canvases ${canvases}, timers ${timers}, ${gaps} gaps so far`,
      )
      check(isLive, `not live half an hour after ${fault}`)
    },
  })
  console.log(
    `  ${compared} figures: ${marked.length} differ and say so, ${lies.length} differ and do not`,
  )
  for (const difference of marked) console.log(`    marked: ${difference}`)
  for (const difference of lies) check(false, difference)
  compareEnds(measures[0], measures[measures.length - 1])
}

/**
 * Within 5 % of what it was after the first hour, or a little more of what there are few. The engine goes on compiling for
 * hours: its code is left out of what may not grow, not out of the whole.
 */
function compareEnds(first, last) {
  const kept = ({ heapMegabytes, codeMegabytes }) => heapMegabytes - codeMegabytes
  const grown = kept(last) - kept(first)
  check(
    grown <= first.heapMegabytes * 0.05,
    `the heap without code has grown by ${grown.toFixed(2)} MB since the first hour`,
  )
  check(last.heapMegabytes < 60, `${last.heapMegabytes} MB`)
  // What is there for the calls of one moment comes and goes.
  const room = { otherNodes: 100, listeners: 20, documents: 1, canvases: 1, timers: 1 }
  for (const name of Object.keys(room)) {
    const most = Math.max(first[name] * 1.05, first[name] + room[name])
    check(
      last[name] <= most,
      `${name}: ${first[name]} after the first hour, ${last[name]} at the end`,
    )
  }
}
