/**
 * Makes the wall's icon font of its drawings: `npm run icons`, after a drawing has changed. A glyph is laid out and painted like
 * a letter, which costs a fraction of what an SVG element costs.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { loadBuilt } from './builtModule.mjs'
import { checkNode, ensureInstalled, fail, root, run } from './project.mjs'

const folder = join(root, 'src/app/icons')
const drawings = join(folder, 'drawings')
/** Too large for dependencies of something that is done once a year. */
const tools = ['canvaskit-wasm@0.42.0', 'fonteditor-core@2.6.3']
const toolFolder = join(root, 'node_modules', '.callwall', 'icon-font')
/** Units of an em, in which a drawing is 24 high, and of what lies under the line of the letters. */
const em = 1920
const descent = Math.round(em * 0.13)

checkNode()
ensureInstalled()
const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error']
if (run('npm', ['install', '--prefix', toolFolder, ...quiet, ...tools]) !== 0) {
  fail('The tools that make the icon font could not be installed; the message above says why.')
}
const require = createRequire(join(toolFolder, 'package.json'))
const { icons } = await loadBuilt('src/app/icons/icons.ts')
const outline = await outliner()
const names = readdirSync(drawings).map((file) => basename(file, '.svg'))
const unnamed = names.filter((name) => !(name in icons))
if (unnamed.length > 0) fail(`icons.ts knows no character for ${unnamed.join(', ')}.`)
writeFileSync(join(folder, 'icons.woff2'), await fontOf(names))
console.log(`${names.length} icons`)

/** Turns a drawing into what its lines cover: glyphs have no lines. */
async function outliner() {
  const canvasKit = await require('canvaskit-wasm/full')()
  const round = { cap: canvasKit.StrokeCap.Round, join: canvasKit.StrokeJoin.Round }
  return (svg) => {
    const [, line = ''] = /\sd="([^"]+)"/.exec(svg) ?? []
    const [, width = ''] = /stroke-width="([^"]+)"/.exec(svg) ?? []
    const path = canvasKit.Path.MakeFromSVGString(line)
    if (path === null) fail(`Not a drawing: ${svg}`)
    const scale = em / 24
    const drawing = new canvasKit.PathBuilder(path)
    drawing.transform([scale, 0, 0, 0, -scale, em - descent, 0, 0, 1])
    const stroked = drawing.detach().makeStroked({ ...round, width: Number(width) * scale })
    const nothing = new canvasKit.PathBuilder().detach()
    const joined = canvasKit.Path.MakeFromOp(stroked, nothing, canvasKit.PathOp.Union)
    return joined.makeAsWinding().toSVGString()
  }
}

async function fontOf(names) {
  const { createFont, woff2 } = require('fonteditor-core')
  await woff2.init()
  const glyphs = names.map((name) => {
    const path = outline(readFileSync(join(drawings, `${name}.svg`), 'utf8'))
    const code = icons[name].codePointAt(0).toString(16)
    return `<glyph glyph-name="${name}" unicode="&#x${code};" d="${path}"/>`
  })
  const face = `<font-face font-family="callwall icons" units-per-em="${em}" ascent="${em - descent}" descent="${-descent}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><defs><font horiz-adv-x="${em}">${face}${glyphs.join('')}</font></defs></svg>`
  const font = createFont(svg, { type: 'svg' })
  const { head, hhea, 'OS/2': os2 } = font.get()
  // The same drawings make the same file.
  Object.assign(head, { created: new Date(0), modified: new Date(0) })
  // Whoever writes the font takes these from the shapes, and the box of an icon would lie elsewhere than the icon.
  Object.assign(hhea, { ascent: em - descent, descent: -descent, lineGap: 0 })
  Object.assign(os2, { sTypoAscender: em - descent, sTypoDescender: -descent, sTypoLineGap: 0 })
  Object.assign(os2, { usWinAscent: em - descent, usWinDescent: descent })
  return Buffer.from(font.write({ type: 'woff2', hinting: false }))
}
