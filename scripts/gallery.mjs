import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { checkNode, ensureBuilt, ensureInstalled, fail, root } from './project.mjs'

checkNode()
ensureInstalled()
if (!ensureBuilt()) fail('The build failed; the messages above say where.')
const chromium = ensureChromium()
if (chromium === undefined) fail('Without a Chromium there are no pictures.')
process.env.CHROMIUM = chromium

/** The pictures that the README shows; the others are not kept in the repository. */
const inReadme = {
  '12-dark': 'wall',
  '12-light': 'wall-light',
  '240-dark': 'wall-240-agents',
  'lost-3-minutes': 'wall-lost',
}

const folder = join(root, 'docs', 'gallery')
mkdirSync(folder, { recursive: true })
const wanted = process.argv[2] ?? ''

// The pictures are taken by TypeScript, which Node 20 does not run by itself.
const { runnerImport } = await import('vite')
const { module } = await runnerImport(join(root, 'tests/gallery/takeGallery.ts'))
let faultCount = 0
await module.takeGallery(folder, wanted, ({ name, faults }) => {
  faultCount += faults.length
  console.log(`${faults.length === 0 ? '✓' : '✗'} docs/gallery/${name}.png`)
  for (const fault of faults) console.log(`    ${fault}`)
  if (inReadme[name] === undefined) return
  copyFileSync(join(folder, `${name}.png`), join(root, 'docs', `${inReadme[name]}.png`))
})
console.log(faultCount === 0 ? 'Nothing is clipped, covered or too small.' : `${faultCount} faults`)
process.exitCode = faultCount === 0 ? 0 : 1
