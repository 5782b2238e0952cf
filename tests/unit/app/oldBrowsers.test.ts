import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../../src/app/', import.meta.url)

/** What the CSS of Chromium 78 does not know; an unknown selector voids its whole rule, an unknown value its line. */
const unknown: readonly (readonly [string, RegExp])[] = [
  ['clamp(), min(), max()', /(?:^|[^\w-])(?:clamp|min|max)\(/],
  ['color-mix() and the new colour spaces', /\b(?:color-mix|oklch|oklab|lab|lch|hwb)\(/],
  ['aspect-ratio', /(?:^|[;{\s])aspect-ratio\s*:/],
  ['inset', /(?:^|[;{\s])inset(?:-[\w-]+)?\s*:/],
  ['logical shorthands', /(?:^|[;{\s])(?:margin|padding|border)-(?:inline|block)\s*:/],
  ['logical radii', /border-(?:start|end)-(?:start|end)-radius/],
  [':is(), :where(), :has(), :focus-visible', /:(?:is|where|has)\(|:focus-visible/],
  [':not() with a list', /:not\([^()]*,/],
  ['container queries', /@container|container-(?:type|name)\s*:/],
  ['cascade layers, nesting, @property, @supports selector', /@layer|@property|@scope|selector\(/],
  ['nesting', /(?:^|[;{}\s])&/],
  ['dynamic viewport units', /\d(?:d|s|l)v(?:h|w|min|max)\b/],
  ['overflow: clip', /overflow(?:-\w+)?\s*:\s*clip/],
  ['overflow-wrap: anywhere', /overflow-wrap\s*:\s*anywhere/],
  ['content-visibility, accent-color', /(?:content-visibility|accent-color)\s*:/],
  ['media ranges', /@media[^{]*[<>]/],
  ['the transform longhands', /(?:^|[;{\s])(?:translate|rotate|scale)\s*:/],
  ['text-wrap, subgrid', /text-wrap\s*:|subgrid/],
]

const flexGap = (css: string): boolean =>
  [...css.matchAll(/\{([^{}]*)\}/g)].some(
    ([, rule = '']) =>
      /display\s*:\s*(?:inline-)?flex/.test(rule) && /(?:^|[;\s-])gap\s*:/.test(rule),
  )

/** Names of what a style sheet uses and Chromium 78 lacks. */
function tooNew(css: string): string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const found = unknown.filter(([, pattern]) => pattern.test(rules)).map(([name]) => name)
  return flexGap(rules) ? [...found, 'gap in a flex container'] : found
}

function stylesOf(file: string): string {
  const text = readFileSync(new URL(file, root), 'utf8')
  if (file.endsWith('.css')) return text
  return [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n')
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:vue|css)$/.test(file),
)

test.each(files)('Chromium 78 understands the style of %s', (file) => {
  expect(tooNew(stylesOf(file))).toEqual([])
})

test.each([
  ['.a { display: flex; gap: 1rem }', 'gap in a flex container'],
  ['.a { row-gap: 1rem; display: inline-flex }', 'gap in a flex container'],
  ['.a { inset: 0 }', 'inset'],
  ['.a { inset-inline-start: 0 }', 'inset'],
  ['.a { width: min(1rem, 2vw) }', 'clamp(), min(), max()'],
  ['.a { margin-inline: auto }', 'logical shorthands'],
  ['.a:is(.b) { color: red }', ':is(), :where(), :has(), :focus-visible'],
  ['.a { height: 100dvh }', 'dynamic viewport units'],
  ['.a { &:hover { color: red } }', 'nesting'],
])('%s is found out', (css, name) => {
  expect(tooNew(css)).toContain(name)
})

test.each([
  '.a { display: grid; gap: 1rem }',
  '.a { grid-template-columns: minmax(0, 1fr) }',
  '.a { margin-inline-start: 1rem; box-shadow: inset 0 0 0 1px red }',
  '@media (min-aspect-ratio: 16/9) { .a { color: red } }',
])('%s passes', (css) => {
  expect(tooNew(css)).toEqual([])
})
